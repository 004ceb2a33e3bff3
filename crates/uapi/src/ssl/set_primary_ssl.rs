//! `SSL::set_primary_ssl`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, primary};

/// Makes a site the primary one of the account's own address: visitors who name no site are shown its
/// certificate.
#[derive(Input)]
pub struct Params {
    /// The site, which must have a certificate.
    pub servername: DomainName,
}

/// See [`Params`].
pub struct SetPrimarySsl;

impl Function for SetPrimarySsl {
    const NAME: &'static str = "set_primary_ssl";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        primary::set(cx, &tls::own(cx)?, "servername", &params.servername)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    fn primary_of(world: &World, domain: &str) -> Option<String> {
        let site = world.machine.tls_site(&domain.parse().unwrap()).unwrap();
        site.and_then(|site| site.primary_of).map(|address| address.to_string())
    }

    fn set(world: &World, site: &str) -> api::Result<crate::testing::Answer> {
        world.uapi("alice", "SSL", "set_primary_ssl", &[("servername", site)])
    }

    #[test]
    fn the_machine_shows_one_site_of_the_accounts_own_address() {
        let world = World::new().account("alice", "root").addresses("192.0.2.20/30");
        let form = [("user", "alice"), ("ip", "192.0.2.21")];
        world.call("root", "setsiteip", &form).unwrap();
        let world = samples::with_installed(world);
        let form = [("domain", "shop"), ("rootdomain", "alice.test"), ("dir", "shop")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let signed = samples::signed(&["shop.alice.test"]);
        let form =
            [("domain", "shop.alice.test"), ("cert", &signed.certificate), ("key", &signed.key)];
        world.uapi("alice", "SSL", "install_ssl", &form).unwrap();
        assert_eq!(primary_of(&world, "alice.test"), None);
        set(&world, "alice.test").unwrap();
        assert_eq!(primary_of(&world, "alice.test").as_deref(), Some("192.0.2.21"));
        set(&world, "shop.alice.test").unwrap();
        assert_eq!(primary_of(&world, "alice.test"), None);
        assert_eq!(primary_of(&world, "shop.alice.test").as_deref(), Some("192.0.2.21"));
        let form = [("user", "alice"), ("ip", "192.0.2.22")];
        world.call("root", "setsiteip", &form).unwrap();
        assert_eq!(primary_of(&world, "shop.alice.test").as_deref(), Some("192.0.2.22"));
        let form = [("user", "alice"), ("ip", "192.0.2.10")];
        world.call("root", "setsiteip", &form).unwrap();
        assert_eq!(primary_of(&world, "shop.alice.test"), None);
    }

    #[test]
    fn who_shares_an_address_or_has_no_certificate_is_refused() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let refused = |world: &World, site: &str| set(world, site).unwrap_err().to_string();
        let world = samples::with_installed(world);
        assert!(refused(&world, "alice.test").contains("shares its address"));
        let world = world.with_account("alice", |account| account.dedicated_ip = true.into());
        assert!(refused(&world, "bob.test").starts_with("servername: "));
        world.uapi("alice", "SSL", "delete_ssl", &[("domain", "alice.test")]).unwrap();
        assert!(refused(&world, "alice.test").contains("no certificate"));
    }
}
