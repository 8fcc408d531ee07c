"""Figures to outcomes: who of the counted was killed, injured, abducted … in one stretch of a sentence.

The parse is asked first (object of "killing", subject of "were wounded"); where a headline or a small parser gives no
tree worth having, the nearest outcome word decides: English puts a figure right before or right after it.
"""
