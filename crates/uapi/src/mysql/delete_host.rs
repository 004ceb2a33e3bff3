//! `Mysql::delete_host`

use api::{AccessHost, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

/// Lets nobody in to the account's MySQL databases from that host any more.
#[derive(Debug, Input)]
pub struct Params {
    /// An address, a range such as `192.0.2.0/24`, a host name; `%` stands for any part of one.
    pub host: AccessHost,
}

/// See [`Params`].
pub struct DeleteHost;

impl Function for DeleteHost {
    const NAME: &'static str = "delete_host";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        hosts::remove(cx, &cx.caller.user, &params.host)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_users_may_not_come_from_there() {
        let world = databases::scene("Mysql");
        let form = [("host", "192.0.2.7")];
        world.uapi("alice", "Mysql", "add_host", &form).unwrap();
        let said = world.uapi_refusal("bob", "Mysql", "delete_host", &form);
        assert_eq!(said, "host: “192.0.2.7” is none of those that may connect.");
        world.uapi("alice", "Mysql", "delete_host", &form).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").unwrap().hosts.is_empty());
        assert!(world.uapi("alice", "Mysql", "delete_host", &form).is_err());
    }
}
