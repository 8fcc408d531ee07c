"""What the desk shows, as types, a module for each page. Each is given as JSON by the API and shown as HTML by a template, from the same object:
what a role may not see is not in it."""
