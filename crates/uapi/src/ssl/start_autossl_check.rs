//! `SSL::start_autossl_check`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, auto};

/// Has the account's sites looked at in the background: those without a certificate, or with one that
/// ends within 30 days, get one for their names that lead to this server.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct StartAutosslCheck;

impl Function for StartAutosslCheck {
    const NAME: &'static str = "start_autossl_check";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        auto::start(cx, &tls::own(cx)?)
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Value,
        records::{AccountRecord, DomainRecord, TlsAuthority, TlsHost, is},
    };
    use functions::{domain::tls::auto, testing::World};

    use crate::{ssl::samples, testing::Calls as _};

    /// A check, asked for and worked off; gives the problems.
    fn checked(world: &World) -> Value {
        world.uapi("alice", "SSL", "start_autossl_check", &[]).unwrap();
        let waits = || world.uapi_data("alice", "SSL", "is_autossl_check_in_progress", &[]);
        assert_eq!(waits(), 1);
        assert!(auto::run_next(&world.host).unwrap());
        assert_eq!(waits(), 0);
        assert!(!auto::run_next(&world.host).unwrap());
        world.uapi_data("alice", "SSL", "get_autossl_problems", &[])
    }

    fn installed(world: &World, domain: &str) -> Option<TlsHost> {
        world.host.store.read().unwrap().first(vec![is("domain", domain)]).unwrap()
    }

    #[test]
    fn a_site_without_a_certificate_gets_one_of_the_servers_own_authority() {
        let world = World::new().account("alice", "root").account("bob", "root");
        assert_eq!(checked(&world), serde_json::json!([]));
        let host = installed(&world, "alice.test").unwrap();
        let read = |pem: &str| world.host.certificates.read(pem).unwrap().remove(0);
        let (certificate, authority) = (read(&host.pem), read(&host.bundle));
        assert_eq!(certificate.names, ["alice.test", "www.alice.test"]);
        assert!(world.host.certificates.is_signed_by(&certificate, &authority));
        assert!(authority.authority && !certificate.authority && !certificate.self_signed);
        assert_eq!(certificate.not_after.0, world.host.clock.now().0 + 90 * 86_400);
        let domain = "alice.test".parse().unwrap();
        let shown = world.machine.tls_site(&domain).unwrap().unwrap().identity.unwrap();
        assert!(shown.chain.starts_with(&host.pem));
        assert!(installed(&world, "bob.test").is_none(), "another account did not ask");
        let rows: Vec<TlsAuthority> = world.host.store.read().unwrap().matching(vec![]).unwrap();
        assert!(rows.len() == 1 && !rows[0].sealed.contains("PRIVATE KEY"));
    }

    #[test]
    fn it_is_made_anew_only_when_it_ends_soon() {
        let world = World::new().account("alice", "root");
        checked(&world);
        let first = installed(&world, "alice.test").unwrap().certificate;
        world.clock.advance(50 * 86_400);
        checked(&world);
        assert_eq!(installed(&world, "alice.test").unwrap().certificate, first);
        world.clock.advance(11 * 86_400);
        checked(&world);
        assert_ne!(installed(&world, "alice.test").unwrap().certificate, first);
    }

    #[test]
    fn what_the_owner_installed_or_left_out_stays() {
        let world = samples::with_installed(World::new().account("alice", "root"));
        let own = installed(&world, "alice.test").unwrap().certificate;
        checked(&world);
        assert_eq!(installed(&world, "alice.test").unwrap().certificate, own);
        world.uapi("alice", "SSL", "delete_ssl", &[("domain", "alice.test")]).unwrap();
        let form = [("domains", "alice.test")];
        world.uapi("alice", "SSL", "add_autossl_excluded_domains", &form).unwrap();
        checked(&world);
        assert!(installed(&world, "alice.test").is_none());
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_told_and_gets_none() {
        let world = World::new().account("alice", "root");
        let world = world.with_account("alice", |account| account.ip = "192.0.2.77".to_owned());
        let problems = checked(&world);
        assert_eq!(problems[0]["domain"], "alice.test");
        let said = problems[0]["problem"].as_str().unwrap();
        assert!(said.contains("leads to 192.0.2.10, and not to 192.0.2.77"), "{said}");
        assert_eq!(problems[0]["time"].as_str().unwrap().len(), "2026-06-07T05:30:09Z".len());
        assert!(installed(&world, "alice.test").is_none());
        let world = world.with_account("alice", |account| account.ip = "192.0.2.10".to_owned());
        assert_eq!(checked(&world), serde_json::json!([]));
    }

    #[test]
    fn an_account_that_is_renamed_takes_its_check_along() {
        let world = World::new().account("alice", "root");
        world.uapi("alice", "SSL", "start_autossl_check", &[]).unwrap();
        world.call("root", "modifyacct", &[("user", "alice"), ("newuser", "alicia")]).unwrap();
        let waits = || world.uapi_data("alicia", "SSL", "is_autossl_check_in_progress", &[]);
        assert_eq!(waits(), 1);
        assert!(auto::run_next(&world.host).unwrap());
        assert_eq!(waits(), 0);
        assert_eq!(installed(&world, "alice.test").unwrap().account.as_str(), "alicia");
    }

    #[test]
    fn an_account_that_goes_takes_its_check_along() {
        let world = World::new().account("alice", "root");
        world.uapi("alice", "SSL", "start_autossl_check", &[]).unwrap();
        world.call("root", "removeacct", &[("username", "alice")]).unwrap();
        assert!(!auto::run_next(&world.host).unwrap());
        let tx = world.host.store.read().unwrap();
        assert_eq!(
            tx.count::<AccountRecord>(&[]).unwrap() + tx.count::<DomainRecord>(&[]).unwrap(),
            0
        );
    }
}
