"""Where things happened, as a picture: what is drawn, where the view lies, the borders in it, and the names that find room."""
