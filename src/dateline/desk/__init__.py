"""The review desk: a person works through incidents in the browser. One typed page, shown as HTML or given as JSON; what a role may not see is
not in the page."""
