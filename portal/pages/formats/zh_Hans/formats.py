"""Chinese numbers grouped by threes with a comma, as GB/T 15835 allows; Django would group them by myriads."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
