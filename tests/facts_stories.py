"""A file of facts in which everything is written that may be."""

from __future__ import annotations

FERRY = """\
title: The ferry
as_of: 2025-03-05
sources_from: papers
facts:
- id: ferry-passengers
  claim: The ferry carried 212 passengers
  kind: count
  aliases: {passengers: [people, travellers], ferry: boat}
  tolerance: 5 %
  as_of: 2025-03-04
  tags: [harbour, morning]
  expect:
    courier: contradicts
    wire: [silent, inconclusive]
  needs: 2
  accepted:
    - {source: courier, said: 221 people, reason: counts the crew, by: night desk, until: 2025-04-01}
    - {source: wire, reason: as well}
  note: asked the company twice
  publish: true
- id: plain
  claim: Nobody was hurt
"""
