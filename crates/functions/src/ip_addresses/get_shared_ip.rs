//! `get_shared_ip`

use api::{Acl, Cx, Effect, Error, Function, Input, Needs, Output, Result, UserName};

use crate::domain::resellers::{self, addresses};

/// Give the shared IP address of a reseller.
#[derive(Input)]
pub struct Params {
    /// The caller by default.
    pub user: Option<UserName>,
}

/// What `get_shared_ip` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP address.
    pub ip: String,
}

/// See [`Params`].
pub struct GetSharedIp;

impl Function for GetSharedIp {
    const NAME: &'static str = "get_shared_ip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let user = params.user.unwrap_or_else(|| cx.caller.user.clone());
        if user != cx.caller.user && !cx.caller.is_rootlike() {
            return Err(Error::denied("user: only root may ask for another's address."));
        }
        let tx = cx.host.store.read()?;
        if !user.is_root() && !resellers::is_reseller(&*tx, &user)? {
            return Ok(Reply { ip: NONE.to_owned() });
        }
        Ok(Reply { ip: addresses::shared(cx.host, &*tx, &user)? })
    }
}

/// What stands for no address.
const NONE: &str = "~";

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn resellers_have_the_servers_or_their_own_and_others_none() {
        let world = World::new()
            .account("alice", "root")
            .addresses("192.0.2.20")
            .reseller("carol", &[Acl::BasicSystemInfo]);
        let shared = |world: &World, by: &str, form: &[(&str, &str)]| {
            world.data(by, "get_shared_ip", form)["ip"].clone()
        };
        assert_eq!(shared(&world, "carol", &[]), "192.0.2.10");
        let form = [("user", "carol"), ("ip", "192.0.2.20")];
        world.call("root", "setresellermainip", &form).unwrap();
        assert_eq!(shared(&world, "carol", &[]), "192.0.2.20");
        assert_eq!(shared(&world, "root", &[("user", "carol")]), "192.0.2.20");
        assert_eq!(shared(&world, "root", &[]), "192.0.2.10");
        assert_eq!(shared(&world, "root", &[("user", "alice")]), "~");
    }

    #[test]
    fn another_is_roots_to_ask_for() {
        let world = World::new().reseller("carol", &[Acl::BasicSystemInfo]).reseller("dave", &[]);
        let said = world.refusal("carol", "get_shared_ip", &[("user", "dave")]);
        assert_eq!(said, "user: only root may ask for another's address.");
        assert!(world.call("dave", "get_shared_ip", &[]).is_err());
    }
}
