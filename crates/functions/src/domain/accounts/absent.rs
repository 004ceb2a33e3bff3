//! What clients may ask for and this server does not have.

use api::{Error, Result, values::text};

/// Refuses Account Enhancements and linked mail servers. `.local`, this server, is no link.
pub fn check(enhancements: &[String], mail_node: Option<&str>) -> Result<()> {
    if let Some(name) = enhancements.iter().find(|name| !name.is_empty()) {
        let name = text::shown(name);
        return Err(Error::param(
            "account_enhancements",
            format!("there is no Account Enhancement “{name}”."),
        ));
    }
    match mail_node {
        None | Some("" | ".local") => Ok(()),
        Some(_) => Err(Error::param("mail_node_alias", "no mail server of that alias is linked.")),
    }
}
