//! `install_spf_records`

use api::{
    Acl, Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result, zone::Policy,
};

use crate::domain::mail::{policies, signing::Done};

/// Publishes who may send the mail of domains.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// The SPF record of each, with its version or without.
    #[param(family)]
    pub record: Vec<String>,
}

/// What became of the domains.
#[derive(Output)]
pub struct Reply {
    /// Each of them.
    pub payload: Vec<Done>,
}

/// See [`Params`].
pub struct InstallSpfRecords;

impl Function for InstallSpfRecords {
    const NAME: &'static str = "install_spf_records";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if params.domain.len() != params.record.len() {
            return Err(Error::param("record", "there must be one for each domain"));
        }
        let texts = params.record.iter().map(|record| policies::senders(record));
        let texts: Vec<String> = texts.collect::<Result<_>>()?;
        let set = |(domain, text): (&DomainName, &String)| {
            Done::of(domain, policies::set(cx, domain, Policy::Senders, Some(text)))
        };
        Ok(Reply { payload: params.domain.iter().zip(&texts).map(set).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    const DOMAIN: [(&str, &str); 1] = [("domain", "anna.test")];

    #[test]
    fn the_record_is_published() {
        let world = World::new().account("anna", "root");
        let form = [DOMAIN[0], ("record", "v=spf1 +mx -all")];
        assert_eq!(world.data("root", "install_spf_records", &form)["payload"][0]["status"], 1);
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let texts: Vec<_> =
            zone.lines.iter().filter(|line| line.name.is_empty() && line.kind == "TXT").collect();
        assert_eq!((texts.len(), texts[0].value.as_str()), (1, "\"v=spf1 +mx -all\""));
        let said = world.refusal("root", "install_spf_records", &DOMAIN);
        assert_eq!(said, "record: there must be one for each domain");
        let world = world.reseller("bob", &[api::Acl::ManageDnsRecords]);
        assert_eq!(world.data("bob", "install_spf_records", &form)["payload"][0]["status"], 0);
    }
}
