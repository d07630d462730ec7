Feature: The mandate and the people
  What the mission stands on, who leads it, and who spoke to whom.

  Background:
    Given the sources in "sources/"

  Scenario: What the mission stands on
    Then source "lakeside" cites Resolution 2699
    And no source says the mission was authorised under another resolution
    And source "uplands" is inconclusive about the fact "resolution"

  Scenario: Who led the extension
    Then source "coral" lists as leaders of the extension of the mandate
      | the United States |
      | Ecuador           |

  Scenario: Who has sent personnel
    Then source "uplands" lists as contributors of personnel to the mission
      | Jamaica     |
      | Belize      |
      | the Bahamas |
      | Guatemala   |
      | El Salvador |

  @people
  Scenario: Who commands the mission
    Then source "uplands" calls "Godfrey Otunge" the commander of the mission
    And no source contradicts the fact "commander"

  @people
  Scenario: Two men in one office
    Given the fact "secretary-of-state"
    Then sources "lakeside" and "savanna" support it
    And source "coral" is inconclusive about it

  @people
  Scenario: The promise, word for word
    Then source "uplands" quotes Wanjiru Kaleli
      """
      Nobody goes home before the relief is on the ground
      """

  @calls
  Scenario: Three calls
    Given the facts
      | first-call   |
      | second-call  |
      | blinken-call |
    Then no source contradicts any of them
    And at least 1 source supports them

  Scenario: Where the summit is
    Then source "savanna" places the joint summit in Dar es Salaam
    And every source that speaks of it supports the fact "summit-place"

  Scenario: Nothing stale
    Given the story as of 12 May 2025
    Then no source is older than 200 days
    And every document has the address it was taken from
    And no headline says "shocking"
