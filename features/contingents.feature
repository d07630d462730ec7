Feature: The contingents
  How many officers went to Haiti, who they were, and when they left.

  Background:
    Given the sources in "sources/"

  @february
  Scenario: How many left in February
    Then at least 2 independent sources say 144 police officers left for Haiti
    And no source contradicts that 120 men and 24 women make up the February contingent
    And source "coral" is silent about the fact "contingent-size"

  @february
  Scenario: Men and women
    Then source "savanna" breaks the contingent of 144 officers down into
      | 120 | men   |
      | 24  | women |
    And source "savanna" gives the share of women in the contingent as one in six

  @february
  Scenario: The day they left
    Given the fact "departure-day"
    Then no source contradicts it
    And at least 2 sources support it

  @february
  Scenario: The day of the week
    Then source "savanna" names Thursday as the day of the departure of the 144 officers

  @february
  Scenario: The Herald prints two days
    Given the fact "departure-day"
    Then source "lakeside" contradicts it

  # The first contingent is taken for that of February: docs/accuracy.md, "where it fails".
  @february @xfail
  Scenario: Who does not tell the share of women
    Then source "savanna" supports the fact "women-share"
    And source "jacaranda" is silent about the fact "women-share"

  Scenario: The contingents before it
    Then source "jacaranda" dates the landing of the second contingent to 16 July 2024
    And source "jacaranda" has the landing of the second contingent before the departure of the third contingent
    And at least 2 independent sources say the third contingent had 217 officers

  # "The 600 deployed earlier" is not met with the claim of 817: docs/accuracy.md, "levels".
  @strength @xfail
  Scenario: How many were there before
    Given the fact "strength-before-february"
    Then sources "lakeside" and "savanna" contradict it
    And source "uplands" is inconclusive about it
    And no source tagged "agency" contradicts it

  @strength
  Scenario: A plan is no evidence
    Then source "coral" says the mission is meant to have 2,500 police officers
    And source "coral" is inconclusive about the claim "2,500 police officers are deployed in Haiti"

  @strength
  Scenario: In November
    Given only the sources published by 8 November 2024
    And the story as of 8 November 2024
    Then source "coral" says about 400 Kenyan officers are in Haiti

  Scenario Outline: What two voices carry
    Given the fact "<fact>"
    Then at least 2 independent sources support it
    And no source contradicts it

    Examples:
      | fact               |
      | composition        |
      | third-departure    |
      | authorisation-date |
      | mandate-end        |
      | minister           |
      | commander          |
      | summit-place       |
      | third-contingent   |
      | second-call        |
      | contributors       |
      | contingent-size    |
