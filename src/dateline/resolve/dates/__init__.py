"""Days that times mean: of the calendar, told from publication, told from another event."""
