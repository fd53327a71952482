"""The interview: questions in plain words, and the policy that their answers make."""
