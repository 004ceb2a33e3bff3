//! `MysqlFE::authorizehost` of cPanel API 2

use api::{AccessHost, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

use crate::api2::outcome::{Outcome, done};

/// Lets all users of the account's MySQL databases in from another host.
#[derive(Debug, Input)]
pub struct Params {
    /// An address, a range such as `192.0.2.0/24`, a host name; `%` stands for any part of one.
    pub host: AccessHost,
}

/// See [`Params`].
pub struct AuthorizeHost;

impl Function for AuthorizeHost {
    const NAME: &'static str = "authorizehost";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        hosts::add(cx, &cx.caller.user, &params.host)?;
        Ok(done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn every_user_may_come_from_there() {
        let world = databases::scene("Mysql");
        world.api2("alice", "MysqlFE", "authorizehost", &[("host", "192.0.2.%")]).unwrap();
        let hosts = databases::login(&world, Engine::Mysql, "alice_u").unwrap().hosts;
        assert_eq!(hosts.len(), 1);
        assert!(world.api2("alice", "MysqlFE", "authorizehost", &[("host", "a b")]).is_err());
    }
}
