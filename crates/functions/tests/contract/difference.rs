//! Where contract and code differ.

/// One difference between the contract and the code.
pub(crate) struct Difference {
    pub(crate) function: String,
    /// What differs: `parameter user`, `reply acct[].domain`, `needs`, `effect`.
    pub(crate) at: String,
    contract: String,
    code: String,
}

impl Difference {
    pub(crate) fn of(
        function: &str,
        at: impl Into<String>,
        contract: impl Into<String>,
        code: impl Into<String>,
    ) -> Self {
        let (at, contract, code) = (at.into(), contract.into(), code.into());
        Self { function: function.to_owned(), at, contract, code }
    }

    /// Whether a deviation is about this; its place may end in `*`.
    pub(crate) fn is_meant_by(&self, function: &str, at: &str) -> bool {
        let here = match at.strip_suffix('*') {
            Some(start) => self.at.starts_with(start),
            None => self.at == at,
        };
        here && self.function == function
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { function, at, contract, code } = self;
        write!(f, "{function}: {at}\n    the contract: {contract}\n    the code:     {code}")
    }
}
