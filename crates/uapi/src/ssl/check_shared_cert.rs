//! `SSL::check_shared_cert`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::{
    domains::Domains,
    tls::{self, hosts},
};

/// Tells whether visitors of the account's main site are shown the server's certificate, which all
/// sites share that have none of their own.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CheckSharedCert;

impl Function for CheckSharedCert {
    const NAME: &'static str = "check_shared_cert";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let own = hosts::find(&*tx, Domains::of(&*tx, &account)?.main()?)?;
        Ok(Flag(own.is_none()))
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_certificate_of_its_own_ends_the_sharing() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let shared =
            |world: &World, user: &str| world.uapi_data(user, "SSL", "check_shared_cert", &[]);
        assert_eq!(shared(&world, "alice"), 1);
        let world = samples::with_installed(world);
        assert_eq!((shared(&world, "alice"), shared(&world, "bob")), (0.into(), 1.into()));
        world.uapi("alice", "SSL", "delete_ssl", &[("domain", "alice.test")]).unwrap();
        assert_eq!(shared(&world, "alice"), 1);
    }
}
