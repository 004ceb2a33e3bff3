//! `SSL::rebuildssldb`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, rebuilding};

/// Checks the account's stored keys, requests and certificates, and makes the index of the names on
/// certificates anew.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Rebuildssldb;

impl Function for Rebuildssldb {
    const NAME: &'static str = "rebuildssldb";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        rebuilding::rebuild(cx, &tls::own(cx)?)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn the_index_of_names_is_made_anew() {
        let world = samples::with_certificate(World::new().account("alice", "root"));
        let tx = world.host.store.write().unwrap();
        tx.delete::<api::records::TlsName>(&[]).unwrap();
        tx.commit().unwrap();
        let best = |world: &World| {
            world.uapi_data("alice", "SSL", "fetch_best_for_domain", &[("domain", "alice.test")])
        };
        assert_eq!(best(&world)["status"], 0);
        world.uapi("alice", "SSL", "rebuildssldb", &[]).unwrap();
        assert_eq!(best(&world)["status"], 1);
    }
}
