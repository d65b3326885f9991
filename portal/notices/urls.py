"""Where people read what they were told."""

app_name = "notices"
