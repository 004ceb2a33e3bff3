//! `validate_current_spfs`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::mail::records::{self, Current, Spf};

/// Compares the published senders of domains with the address of their mail.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `validate_current_spfs` answers.
#[derive(Output)]
pub struct Reply {
    /// Each of the domains.
    pub payload: Vec<Payload>,
}

/// What a domain publishes of its senders.
#[derive(Output)]
pub struct Payload {
    /// The domain.
    pub domain: DomainName,
    /// Why it could not be compared, where `state` is `ERROR`.
    #[param(absent)]
    pub error: Option<String>,
    /// What its record should say.
    #[param(absent)]
    pub expected: Option<String>,
    /// The address that its mail is sent from.
    pub ip_address: String,
    /// The version of that address, 4 or 6.
    pub ip_version: u32,
    /// Its records.
    pub records: Vec<Current>,
    /// `VALID`, `MISMATCHED`, `MULTIPLE`, `MISSING` or `ERROR`.
    pub state: String,
}

impl From<Spf> for Payload {
    fn from(told: Spf) -> Self {
        let failed = !told.error.is_empty();
        Self {
            domain: told.domain,
            expected: (!failed).then_some(told.expected),
            ip_address: told.ip_address,
            ip_version: told.ip_version,
            records: told.records,
            state: if failed { "ERROR".to_owned() } else { told.state },
            error: failed.then_some(told.error),
        }
    }
}

/// See [`Params`].
pub struct ValidateCurrentSpfs;

impl Function for ValidateCurrentSpfs {
    const NAME: &'static str = "validate_current_spfs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let told = records::looked_at(cx, &params.domain, records::spf)?;
        Ok(Reply { payload: told.into_iter().map(Payload::from).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn each_domain_is_compared_where_its_zone_is_here() {
        let world = World::new().account("anna", "root").account("bert", "root");
        let world = world.reseller("carol", &[api::Acl::ManageDnsRecords]);
        world.call("root", "killdns", &[("domain", "bert.test")]).unwrap();
        let form = [("domain", "anna.test"), ("domain-1", "bert.test")];
        let told = world.data("root", "validate_current_spfs", &form)["payload"].clone();
        assert_eq!(
            (&told[0]["state"], &told[0]["ip_version"], told[0].get("error")),
            (&"VALID".into(), &4.into(), None)
        );
        assert_eq!((&told[1]["state"], told[1].get("expected")), (&"ERROR".into(), None));
        assert!(told[1]["error"].as_str().unwrap().contains("no zone"));
        let refusal = |caller, form: &[_]| world.refusal(caller, "validate_current_spfs", form);
        assert_eq!(refusal("carol", &form), "domain: there is no domain “anna.test”.");
        assert_eq!(refusal("root", &[]), "domain: is required");
    }
}
