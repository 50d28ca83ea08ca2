"""The desk: the pages where loket staff read, judge and answer aanvragen."""
