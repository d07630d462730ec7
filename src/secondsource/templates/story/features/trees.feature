Feature: The trees along Mill Lane

  Background:
    Given the story as of 14 March 2025

  Scenario: How many were planted
    Given the fact "planted"
    Then every source that speaks of it supports it
    And at least 2 sources support it

  Scenario: What they cost
    Then source "council" puts the cost of the trees at €18,000
    And no source contradicts that the trees cost €18,000

  Scenario: The day of the planting
    Given the fact "planting-day"
    Then no source contradicts it

  Scenario Outline: Who counted
    Then source "<source>" supports the fact "planted"

    Examples:
      | source  |
      | council |
      | herald  |
