"""Facts of the write-up: its title, date, attendance, series, and the next meeting."""
