//! The owner that a certificate or a request names.

use api::{EmailAddress, Error, Input, Result, ports::Wanted};

use super::names::Names;

/// Who a certificate is for, as callers say it.
#[derive(Debug, Clone, Input)]
pub struct Subject {
    /// The country, in two letters.
    #[param(name = "countryName")]
    pub country_name: String,
    /// The city.
    #[param(name = "localityName")]
    pub locality_name: String,
    /// The organization.
    #[param(name = "organizationName")]
    pub organization_name: String,
    /// The state or province.
    #[param(name = "stateOrProvinceName")]
    pub state_or_province_name: String,
    /// The mail address.
    #[param(name = "emailAddress", default = "")]
    pub email_address: EmailAddress,
    /// The part of the organization.
    #[param(name = "organizationalUnitName", default = "")]
    pub organizational_unit_name: String,
}

impl Subject {
    /// What a certificate for these names is to say. What the parameters require is required here.
    pub fn wanted(&self, names: &Names) -> Result<Wanted> {
        let required = [
            ("countryName", &self.country_name),
            ("stateOrProvinceName", &self.state_or_province_name),
            ("localityName", &self.locality_name),
            ("organizationName", &self.organization_name),
        ];
        if let Some((name, _)) = required.iter().find(|(_, value)| value.trim().is_empty()) {
            return Err(Error::param(name, "must not be empty."));
        }
        wanted(
            names,
            &[
                ("countryName", "countryName", &self.country_name),
                ("stateOrProvinceName", "stateOrProvinceName", &self.state_or_province_name),
                ("localityName", "localityName", &self.locality_name),
                ("organizationName", "organizationName", &self.organization_name),
                (
                    "organizationalUnitName",
                    "organizationalUnitName",
                    &self.organizational_unit_name,
                ),
                ("emailAddress", "emailAddress", self.email_address.as_str()),
            ],
        )
    }
}

/// What a certificate for these names is to say; of each attribute the parameter, its name and its
/// value, which may be empty.
pub fn wanted(names: &Names, attributes: &[(&str, &'static str, &str)]) -> Result<Wanted> {
    let mut subject = Vec::new();
    for (param, attribute, value) in attributes {
        let value = value.trim();
        check(param, attribute, value)?;
        let value =
            if *attribute == "countryName" { value.to_ascii_uppercase() } else { value.to_owned() };
        subject.push((*attribute, value));
    }
    Ok(Wanted { names: names.0.clone(), subject })
}

/// The lengths are those of X.520.
fn check(param: &str, attribute: &str, value: &str) -> Result<()> {
    let most = match attribute {
        "countryName" => {
            let letters = value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_alphabetic());
            if letters || value.is_empty() {
                return Ok(());
            }
            return Err(Error::param(param, "must be a country's two letters."));
        }
        "organizationName" | "organizationalUnitName" => 64,
        "emailAddress" => 255,
        _ => 128,
    };
    if value.chars().count() > most {
        return Err(Error::param(param, format!("must not be longer than {most} characters.")));
    }
    Ok(())
}
