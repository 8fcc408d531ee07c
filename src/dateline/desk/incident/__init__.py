"""The page of one incident: for those who work on it as it stands this moment, for strangers as the last merge left it."""
