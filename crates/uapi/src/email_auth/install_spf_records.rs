//! `EmailAuth::install_spf_records`

use api::{Cx, DomainName, Effect, Error, Function, Input, Needs, Result, zone::Policy};
use functions::domain::mail::{policies, signing::Done};

/// Publishes who may send the mail of domains.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// The SPF record, with its version or without.
    pub record: String,
}

/// See [`Params`].
pub struct InstallSpfRecords;

impl Function for InstallSpfRecords {
    const NAME: &'static str = "install_spf_records";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Done>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        if params.domain.is_empty() {
            return Err(Error::param("domain", "is required"));
        }
        let text = policies::senders(&params.record)?;
        let set = |domain: &DomainName| policies::set(cx, domain, Policy::Senders, Some(&text));
        Ok(params.domain.iter().map(|domain| Done::of(domain, set(domain))).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_record_takes_the_place_of_the_one_before() {
        let world = world();
        let form = [("domain", "amy.test"), ("record", "+mx -all")];
        let told = world.uapi_data("amy", "EmailAuth", "install_spf_records", &form);
        assert_eq!(told[0]["msg"], "The record is published.");
        let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
        let texts: Vec<_> =
            zone.lines.iter().filter(|line| line.name.is_empty() && line.kind == "TXT").collect();
        assert_eq!((texts.len(), texts[0].value.as_str()), (1, "\"v=spf1 +mx -all\""));
        let told = world.uapi_data("bob", "EmailAuth", "install_spf_records", &form);
        assert_eq!(told[0]["status"], 0);
        let wrong = [form[0], ("record", "everybody")];
        let said = world.uapi_refusal("amy", "EmailAuth", "install_spf_records", &wrong);
        assert!(said.starts_with("record: "), "{said}");
    }
}
