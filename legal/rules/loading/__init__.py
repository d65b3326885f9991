"""What every installation knows of figures and calendars, out of files and a library of holidays."""
