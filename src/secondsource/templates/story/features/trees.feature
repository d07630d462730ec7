Feature: The trees along Mill Lane

  Background:
    Given the story as of 14 March 2025

  Scenario: How many were planted
    Given the fact "planted"
    Then no source contradicts it

  Scenario: What they cost
    Then source "council" puts the cost of the trees at €18,000
    And no source contradicts that the trees cost €18,000

  Scenario: The day of the planting
    Given the fact "planting-day"
    Then at least 2 independent sources support it
    And no source contradicts it

  Scenario Outline: Who counted
    Then source "<source>" speaks of the fact "planted"

    Examples:
      | source  |
      | council |
      | herald  |
