//! Secrets: read from a call, handed to where they are used, never shown.

use zeroize::Zeroizing;

use crate::{
    form::{Param, Type, one},
    values::text,
};

/// A password, token or key as it was sent. It has no `Debug`, `Display`, `Clone` or reply form, and
/// its memory is wiped when it goes.
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes text over.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself, for the one place that uses it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl Param for Secret {
    const TYPE: Type = Type::Secret;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?;
        if text.chars().any(text::is_control) {
            return Err("has a control character, which may not stand here".to_owned());
        }
        if text.len() > text::LONGEST {
            return Err(format!("is longer than {} bytes", text::LONGEST));
        }
        Ok(Self::new(text.to_owned()))
    }
}

/// A secret of several lines, such as a private key in PEM.
pub struct SecretLines(Secret);

impl SecretLines {
    /// It as a secret.
    pub fn as_secret(&self) -> &Secret {
        &self.0
    }

    /// The text itself, for the one place that uses it.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

impl Param for SecretLines {
    const TYPE: Type = Type::Secret;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?;
        if text.split(['\r', '\n', '\t']).any(|line| line.chars().any(text::is_control)) {
            return Err("has a control character, which may not stand here".to_owned());
        }
        if text.len() > text::LONGEST {
            return Err(format!("is longer than {} bytes", text::LONGEST));
        }
        Ok(Self(Secret::new(text.replace("\r\n", "\n"))))
    }
}
