//! `ipv6_range_add`

use api::{Cx, Effect, Error, Flag, Function, Input, Kind, Needs, Result, records::Ipv6Range};
use ipnet::Ipv6Net;

use crate::domain::{
    addresses::six,
    change::{Change, OnFailure},
};

/// Add an IPv6 address range.
#[derive(Input)]
pub struct Params {
    /// The name: not SHARED.
    pub name: String,
    /// The range: CIDR, e.g. `2001:db8:66ac:cafe::/64`.
    pub range: String,
    /// 1: available, 0: reserved.
    #[param(default = 1)]
    pub enabled: Flag,
    /// The note.
    pub note: Option<String>,
}

/// See [`Params`].
pub struct Ipv6RangeAdd;

impl Function for Ipv6RangeAdd {
    const NAME: &'static str = "ipv6_range_add";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        six::check_name("name", &params.name)?;
        let note = params.note.unwrap_or_default();
        six::check_note(&note)?;
        let network: Ipv6Net = params.range.trim().parse().map_err(|_| {
            Error::param("range", "must be a network such as 2001:db8:66ac:cafe::/64.")
        })?;
        let network = network.trunc();
        if network.prefix_len() < 8 || network.network().is_multicast() {
            return Err(Error::param(
                "range",
                "must be a network of a server: no multicast, no /0.",
            ));
        }
        let mut change = Change::begin(cx)?;
        six::check_free(change.tx(), "name", &params.name)?;
        for other in change.tx().matching::<Ipv6Range>(Vec::new())? {
            let taken = six::network(&other)?;
            if taken.contains(&network) || network.contains(&taken) {
                let said = format!("range: it overlaps the range “{}”, {taken}.", other.name);
                return Err(Error::new(Kind::Conflict, said));
            }
        }
        change.insert(&Ipv6Range {
            name: params.name,
            network: network.to_string(),
            enabled: params.enabled,
            note,
            owner: cx.caller.user.clone(),
            recent: String::new(),
        })?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn a_range_is_there_with_what_was_said_of_it() {
        let world = World::new();
        let form = [("name", "web"), ("range", "2001:db8:66ac:cafe::9/64"), ("note", "for sites")];
        world.call("root", "ipv6_range_add", &form).unwrap();
        let data = world.data("root", "ipv6_range_list", &[]);
        assert_eq!(data["range"][0]["CIDR"], "2001:db8:66ac:cafe::/64");
        assert_eq!(data["range"][0]["note"], "for sites");
    }

    #[test]
    fn names_and_networks_are_given_once() {
        let world = World::new();
        let form = [("name", "web"), ("range", "2001:db8::/64")];
        world.call("root", "ipv6_range_add", &form).unwrap();
        for (name, range, said) in [
            ("web", "2001:db8:1::/64", "name: there is an IPv6 range “web” already."),
            ("mail", "2001:db8::/80", "range: it overlaps the range “web”, 2001:db8::/64."),
            ("mail", "2001::/16", "range: it overlaps the range “web”, 2001:db8::/64."),
            ("SHARED", "2001:db8:1::/64", "name: SHARED is the name of the server's own address."),
            ("", "2001:db8:1::/64", "name: must have 1 to 64 characters"),
            ("mail", "192.0.2.0/24", "range: must be a network such as"),
            ("mail", "ff00::/16", "range: must be a network of a server"),
        ] {
            let refusal =
                world.refusal("root", "ipv6_range_add", &[("name", name), ("range", range)]);
            assert!(refusal.starts_with(said), "{refusal}");
        }
    }
}
