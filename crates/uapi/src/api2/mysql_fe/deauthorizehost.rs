//! `MysqlFE::deauthorizehost` of cPanel API 2

use api::{AccessHost, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

use crate::api2::outcome::{Outcome, done};

/// Lets nobody in to the account's MySQL databases from that host any more.
#[derive(Debug, Input)]
pub struct Params {
    /// An address, a range such as `192.0.2.0/24`, a host name; `%` stands for any part of one.
    pub host: AccessHost,
}

/// See [`Params`].
pub struct DeauthorizeHost;

impl Function for DeauthorizeHost {
    const NAME: &'static str = "deauthorizehost";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        hosts::remove(cx, &cx.caller.user, &params.host)?;
        Ok(done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_users_may_not_come_from_there() {
        let world = databases::scene("Mysql");
        let form = [("host", "192.0.2.%")];
        assert!(world.api2("alice", "MysqlFE", "deauthorizehost", &form).is_err());
        world.api2("alice", "MysqlFE", "authorizehost", &form).unwrap();
        world.api2("alice", "MysqlFE", "deauthorizehost", &form).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").unwrap().hosts.is_empty());
    }
}
