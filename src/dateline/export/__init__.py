"""Coded articles -> what people read: cards on a terminal, a page in a browser."""
