//! Where the store is. The URL may hold a password, so that only the store sees it whole.

use std::{convert::Infallible, fmt, path::Path, str::FromStr};

use serde::Deserialize;

/// The store's URL; shown without its password.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct StoreUrl(String);

impl StoreUrl {
    /// The file in the data folder.
    pub fn in_folder(data: &Path) -> Self {
        Self(format!("sqlite:{}", data.join("store.sqlite").display()))
    }

    /// The whole URL, for the store.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether a password stands in it.
    pub fn has_password(&self) -> bool {
        self.parts().is_some()
    }

    /// What stands before a password, the password, and what follows it.
    fn parts(&self) -> Option<(&str, &str, &str)> {
        let (scheme, rest) = self.0.split_once("://")?;
        let (login, host) = rest.rsplit_once('@')?;
        let (user, password) = login.split_once(':')?;
        let before = self.0.get(..scheme.len() + "://".len() + user.len())?;
        (!password.is_empty()).then_some((before, password, host))
    }
}

impl FromStr for StoreUrl {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for StoreUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            Some((before, _, host)) => write!(f, "{before}:…@{host}"),
            // Options after the question mark may hold one too.
            None => f.write_str(self.0.split('?').next().unwrap_or_default()),
        }
    }
}

impl fmt::Debug for StoreUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
