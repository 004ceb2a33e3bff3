//! `enable_dnssec_for_domains`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::dns::{
    ds,
    enabling::{self, KeySetup, Wish},
    signing::Denial,
};

/// Signs zones, each with new keys. A zone that cannot be signed is told with the reason as a
/// warning; the others are signed.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// Whether the keys sign at once.
    #[param(default = 1)]
    pub active: Flag,
    /// The algorithm by the number of DNSKEY records: 13 or 14 (ECDSA), 8 or 10 (RSA).
    #[param(default = 13)]
    pub algo_num: i64,
    /// Which keys a zone begins with: `classic` for one that signs the keys and one that signs the
    /// zone, which RSA has where nothing is said; `simple` for one for both.
    pub key_setup: Option<KeySetup>,
    /// How often NSEC3 hashes names again, 1 to 500.
    #[param(default = 7)]
    pub nsec3_iterations: i64,
    /// Whether NSEC3 tells no more than it must, so that nobody can list the zone's names.
    #[param(default = 1)]
    pub nsec3_narrow: Flag,
    /// Whether NSEC3 leaves out zones below that are not signed.
    #[param(default = 0)]
    pub nsec3_opt_out: Flag,
    /// What NSEC3 adds to names, in hexadecimal; nothing where it is absent.
    pub nsec3_salt: Option<String>,
    /// Whether NSEC3 proves that a name is not there; else NSEC does.
    #[param(default = 1)]
    pub use_nsec3: Flag,
}

/// What `enable_dnssec_for_domains` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item a zone, in the order asked.
    pub domains: Vec<Enabled>,
}

/// How it went with a zone.
#[derive(Debug, Output)]
pub struct Enabled {
    /// The zone.
    pub domain: DomainName,
    /// Whether it is signed now by these keys.
    pub enabled: Flag,
    /// The number of the key that the zone above is to know.
    #[param(absent)]
    pub new_key_id: Option<String>,
    /// Why NSEC3 could not be set up; it is, or nothing is.
    #[param(absent)]
    pub nsec_error: Option<String>,
    /// `NSEC3` or `NSEC`.
    #[param(absent)]
    pub nsec_version: Option<&'static str>,
}

/// See [`Params`].
pub struct EnableDnssecForDomains;

impl Function for EnableDnssecForDomains {
    const NAME: &'static str = "enable_dnssec_for_domains";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let salt = params.nsec3_salt.unwrap_or_default();
        let (iterations, narrow) = (params.nsec3_iterations, params.nsec3_narrow);
        let nsec3 = Denial::nsec3(iterations, 1, &salt, narrow, params.nsec3_opt_out);
        let nsec3 = params.use_nsec3.0.then_some(nsec3);
        let wish = Wish::new(params.active, params.algo_num, params.key_setup, nsec3)?;
        let domains = params.domain.into_iter().map(|domain| enable(cx, domain, &wish));
        Ok(Reply { domains: domains.collect() })
    }
}

fn enable(cx: &Cx<'_>, domain: DomainName, wish: &Wish) -> Enabled {
    let enabled = enabling::enable(cx, &domain, wish);
    let id = enabled.map_err(|problem| cx.warn(problem.to_string())).ok();
    Enabled {
        domain,
        enabled: id.is_some().into(),
        new_key_id: id.map(|id| id.to_string()),
        nsec_error: None,
        nsec_version: id.map(|_| ds::nsec_version(wish.denial.nsec3)),
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn zones_are_signed_and_those_that_cannot_be_are_named() {
        let world = World::new().account("anna", "root").account("ben", "root");
        let form = [("domain", "anna.test"), ("domain-1", "none.test"), ("domain-2", "ben.test")];
        let answer = world.call("root", "enable_dnssec_for_domains", &form).unwrap();
        assert_eq!(
            answer.data["domains"],
            json!([
                {"domain": "anna.test", "enabled": 1, "new_key_id": "1", "nsec_version": "NSEC3"},
                {"domain": "none.test", "enabled": 0},
                {"domain": "ben.test", "enabled": 1, "new_key_id": "1", "nsec_version": "NSEC3"},
            ])
        );
        assert_eq!(answer.notes.warnings, ["There is no zone “none.test”."]);
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let signing = zone.signing.as_ref().unwrap();
        assert_eq!(
            (signing.keys.len(), signing.keys[0].algorithm, zone.soa.serial),
            (1, 13, 2_026_010_101)
        );
        assert!(signing.denial.nsec3.0 && signing.denial.narrow.0);
        let again = world.call("root", "enable_dnssec_for_domains", &form[..1]).unwrap();
        assert_eq!(again.data["domains"][0]["enabled"], 0);
        assert!(again.notes.warnings[0].contains("signed already"), "{:?}", again.notes);
    }

    #[test]
    fn keys_and_proofs_are_as_asked() {
        let world = World::new().account("anna", "root");
        let form = [
            ("domain", "anna.test"),
            ("algo_num", "14"),
            ("key_setup", "classic"),
            ("active", "0"),
            ("use_nsec3", "0"),
            ("nsec3_iterations", "9999"),
        ];
        let told = world.data("root", "enable_dnssec_for_domains", &form);
        assert_eq!(told["domains"][0]["nsec_version"], "NSEC");
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let keys = &zone.signing.as_ref().unwrap().keys;
        let told: Vec<_> =
            keys.iter().map(|key| (key.kind.flags(), key.bits, key.active.0)).collect();
        assert_eq!(told, [(257, 384, false), (256, 384, false)]);
    }

    #[test]
    fn a_wrong_wish_is_refused_by_its_parameter_and_strangers_see_no_zone() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        for (param, value) in [
            ("algo_num", "5"),
            ("algo_num", "300"),
            ("key_setup", "both"),
            ("nsec3_iterations", "0"),
            ("nsec3_iterations", "501"),
            ("nsec3_salt", "abc"),
            ("nsec3_salt", "xy"),
        ] {
            let form = [("domain", "anna.test"), (param, value)];
            let refusal = world.refusal("root", "enable_dnssec_for_domains", &form);
            assert!(refusal.starts_with(&format!("{param}: ")), "{refusal}");
        }
        let told = world.data("bob", "enable_dnssec_for_domains", &[("domain", "anna.test")]);
        assert_eq!(told["domains"][0]["enabled"], 0);
        assert!(world.machine.find_zone("anna.test").unwrap().unwrap().signing.is_none());
    }

    #[test]
    fn where_the_server_is_away_the_zone_is_not_signed() {
        let (world, outage) = World::with_outage();
        let world = world.account("anna", "root");
        outage.away.store(true, std::sync::atomic::Ordering::SeqCst);
        let told = world.data("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]);
        assert_eq!(told["domains"][0]["enabled"], 0);
        outage.away.store(false, std::sync::atomic::Ordering::SeqCst);
        let told = world.data("root", "fetch_ds_records_for_domains", &[("domain", "anna.test")]);
        assert_eq!(told["domains"][0]["ds_records"], json!({}));
    }

    #[test]
    fn keys_follow_their_zone_to_another_name_and_go_with_it() {
        let world = World::new().account("anna", "root");
        world.call("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]).unwrap();
        let signing = |zone: &str| {
            let zone = world.machine.find_zone(zone).unwrap();
            zone.and_then(|zone| zone.signing.clone())
        };
        let before = signing("anna.test").unwrap();
        let form = [("user", "anna"), ("domain", "other.test")];
        world.call("root", "modifyacct", &form).unwrap();
        let after = signing("other.test").unwrap();
        assert_eq!((after.keys.len(), &after.keys[0].private), (1, &before.keys[0].private));
        assert!(signing("anna.test").is_none());
        world.call("root", "removeacct", &[("username", "anna")]).unwrap();
        assert!(world.machine.find_zone("other.test").unwrap().is_none());
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<api::records::ZoneKey>(&[]).unwrap(), 0);
        assert_eq!(tx.count::<api::records::ZoneSigning>(&[]).unwrap(), 0);
    }

    #[test]
    fn keys_go_with_a_zone_that_is_killed_and_stay_in_one_that_is_reset() {
        let world = World::new().account("anna", "root");
        let form = [("domain", "anna.test")];
        world.call("root", "enable_dnssec_for_domains", &form).unwrap();
        world.call("root", "resetzone", &form).unwrap();
        assert!(world.machine.find_zone("anna.test").unwrap().unwrap().signing.is_some());
        world.call("root", "killdns", &form).unwrap();
        world.call("root", "adddns", &[("domain", "anna.test"), ("ip", "192.0.2.1")]).unwrap();
        assert!(world.machine.find_zone("anna.test").unwrap().unwrap().signing.is_none());
    }
}
