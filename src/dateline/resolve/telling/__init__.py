"""How tellings become incidents: what an article has told so far, and what ties the next sentence to it."""
