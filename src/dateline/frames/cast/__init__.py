"""Who did it to whom in one stretch: parties and people sorted into a, b, their associates and victims."""
