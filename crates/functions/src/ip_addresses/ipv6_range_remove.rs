//! `ipv6_range_remove`

use api::{
    Cx, Effect, Error, Function, Input, Kind, Needs, Result,
    records::{Ipv6Range, ReclaimedAddress, is},
};

use crate::domain::{
    addresses::six,
    change::{Change, OnFailure},
};

/// Remove an IPv6 address range.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct Ipv6RangeRemove;

impl Function for Ipv6RangeRemove {
    const NAME: &'static str = "ipv6_range_remove";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        six::check_name("name", &params.name)?;
        let mut change = Change::begin(cx)?;
        let range = six::range(change.tx(), "name", &params.name)?;
        let users = six::users(change.tx(), &range.name)?.len();
        if users > 0 {
            let said = format!("name: {users} accounts have addresses of “{}”.", range.name);
            return Err(Error::new(Kind::Conflict, said));
        }
        change.remove::<ReclaimedAddress>(&[is("range", range.name.as_str())])?;
        change.remove::<Ipv6Range>(&[is("name", range.name.as_str())])?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn a_range_goes_when_nobody_is_on_it() {
        let world = World::new().account("alice", "root");
        let form = [("name", "web"), ("range", "2001:db8::/64")];
        world.call("root", "ipv6_range_add", &form).unwrap();
        world.call("root", "ipv6_enable_account", &[("user", "alice"), ("range", "web")]).unwrap();
        let remove = || world.call("root", "ipv6_range_remove", &[("name", "web")]);
        let said = remove().unwrap_err().to_string();
        assert_eq!(said, "name: 1 accounts have addresses of “web”.");
        world.call("root", "removeacct", &[("user", "alice")]).unwrap();
        remove().unwrap();
        assert_eq!(remove().unwrap_err().to_string(), "name: there is no IPv6 range “web”.");
        let said = world.refusal("root", "ipv6_range_remove", &[("name", "SHARED")]);
        assert_eq!(said, "name: SHARED is the name of the server's own address.");
    }
}
