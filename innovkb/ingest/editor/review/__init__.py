"""What the editors' screens show, and how what they send is laid over what others saved."""
