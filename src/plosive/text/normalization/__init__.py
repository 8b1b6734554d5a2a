"""Numbers, dates, units and signs written out as they are said."""
