//! `validate_current_dkims`

use api::{
    Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result,
    records::{MailDomainRecord, Tx},
};

use crate::domain::mail::{
    records::{self, Current, Dkim},
    signing,
};

/// Compares the published keys of domains with their own.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `validate_current_dkims` answers.
#[derive(Output)]
pub struct Reply {
    /// Each of the domains.
    pub payload: Vec<Payload>,
}

/// What a domain publishes of its key.
#[derive(Output)]
pub struct Payload {
    /// The name of its record, which ends with the domain.
    pub domain: String,
    /// Why it could not be compared, where `state` is `ERROR`.
    #[param(absent)]
    pub error: Option<String>,
    /// What its record should say; empty where it has no key.
    pub expected: String,
    /// Its records.
    pub records: Vec<Record>,
    /// `VALID`, `MISMATCH`, `MISSING`, `MULTIPLE`, `ERROR`, or `NOPUB` where it has no key.
    pub state: String,
    /// What that changed in the memory of valid keys: `none`, because none is kept.
    pub validity_cache_update: String,
}

/// A record as it is now.
#[derive(Output)]
pub struct Record {
    /// What it says.
    pub current: String,
    /// How it compares: `VALID`, `MISMATCH` or `PERMFAIL`.
    pub state: String,
}

impl From<Dkim> for Payload {
    fn from(told: Dkim) -> Self {
        let failed = !told.error.is_empty();
        let record = |found: Current| Record { current: found.current, state: found.state };
        Self {
            domain: format!("{}.{}", signing::label(), told.domain),
            expected: told.expected,
            records: told.records.into_iter().map(record).collect(),
            state: if failed { "ERROR".to_owned() } else { told.state },
            validity_cache_update: told.validity_cache_update,
            error: failed.then_some(told.error),
        }
    }
}

/// See [`Params`].
pub struct ValidateCurrentDkims;

impl Function for ValidateCurrentDkims {
    const NAME: &'static str = "validate_current_dkims";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let dkim = |tx: &dyn Tx, record: &MailDomainRecord, _: &_| records::dkim(tx, record);
        let told = records::looked_at(cx, &params.domain, dkim)?;
        Ok(Reply { payload: told.into_iter().map(Payload::from).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn each_state_is_told() {
        let world = World::new().account("anna", "root");
        let domain = [("domain", "anna.test")];
        let told = || world.data("root", "validate_current_dkims", &domain)["payload"][0].clone();
        assert_eq!(
            (&told()["state"], &told()["domain"]),
            (&"NOPUB".into(), &"default._domainkey.anna.test".into())
        );
        world.call("root", "enable_dkim", &domain).unwrap();
        assert_eq!(
            (&told()["state"], &told()["records"][0]["state"]),
            (&"VALID".into(), &"VALID".into())
        );
        world.call("root", "disable_dkim", &domain).unwrap();
        assert_eq!((&told()["state"], told().get("error")), (&"MISSING".into(), None));
        world.call("root", "killdns", &domain).unwrap();
        assert_eq!(told()["state"], "ERROR");
        assert!(told()["error"].as_str().unwrap().contains("no zone"));
    }
}
