"""What can be learnt: tips, barriers, principles, cases, aids, questions with their answers."""
