//! The names on certificates: as callers give them, and which sites they are good for.

use api::{DomainName, Error, Param, Result, Type};

/// The most names on one certificate.
const MOST: usize = 100;

/// Domains in one text, parted by commas, semicolons or spaces; wildcards are allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names(pub Vec<String>);

impl Param for Names {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = String::read(texts)?;
        let parts = text.split([',', ';', '|', ' ']).filter(|part| !part.is_empty());
        let mut names: Vec<String> = Vec::new();
        for part in parts {
            let name = DomainName::of_site(part)?.to_string();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        match names.len() {
            0 => Err("must name one domain or more, parted by commas".to_owned()),
            number if number > MOST => Err(format!("names more than {MOST} domains")),
            _ => Ok(Self(names)),
        }
    }
}

/// Domains of the account in one text, parted by commas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DomainList(pub Vec<DomainName>);

impl Param for DomainList {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        if String::read(texts)?.trim().is_empty() {
            return Ok(Self::default());
        }
        let names = Names::read(texts)?.0;
        names.iter().map(|name| DomainName::of_site(name)).collect::<Result<_, _>>().map(Self)
    }
}

/// Whether a name on a certificate is good for a host: the same, or a wildcard one label above.
pub fn covers(name: &str, host: &str) -> bool {
    let above = || host.split_once('.').map(|(_, above)| above);
    name == host || name.strip_prefix("*.").is_some_and(|domain| above() == Some(domain))
}

/// Whether one of a certificate's names is good for a host.
pub fn any_covers(names: &[String], host: &str) -> bool {
    names.iter().any(|name| covers(name, host))
}

/// A name that people give to what is stored.
pub fn check_friendly(param: &str, name: &str) -> Result<()> {
    if name.trim().is_empty() || name.chars().count() > 128 {
        return Err(Error::param(param, "must be 1 to 128 characters."));
    }
    Ok(())
}
