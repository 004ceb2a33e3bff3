//! `ipv6_range_edit`

use api::{
    Cx, Effect, Function, Input, Needs, Result,
    records::{Cell, Ipv6Address, Ipv6Range, ReclaimedAddress, is},
};

use crate::domain::{
    addresses::six,
    change::{Change, OnFailure},
};

/// Change an IPv6 range's name or note.
#[derive(Input)]
pub struct Params {
    /// Present name; not SHARED.
    pub name: String,
    /// Kept when absent; not SHARED.
    pub new_name: Option<String>,
    /// The note: kept when absent.
    pub note: Option<String>,
}

/// See [`Params`].
pub struct Ipv6RangeEdit;

impl Function for Ipv6RangeEdit {
    const NAME: &'static str = "ipv6_range_edit";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        six::check_name("name", &params.name)?;
        let mut change = Change::begin(cx)?;
        let mut range = six::range(change.tx(), "name", &params.name)?;
        if let Some(note) = params.note {
            six::check_note(&note)?;
            range.note = note;
        }
        if let Some(new) = params.new_name.filter(|new| *new != params.name) {
            six::check_name("new_name", &new)?;
            six::check_free(change.tx(), "new_name", &new)?;
            change.remove::<Ipv6Range>(&[is("name", params.name.as_str())])?;
            let (set, old) =
                ([("range", Cell::from(new.as_str()))], [is("range", params.name.as_str())]);
            change.tx().update::<Ipv6Address>(&set, &old)?;
            change.tx().update::<ReclaimedAddress>(&set, &old)?;
            range.name.clone_from(&new);
        }
        change.save(&range)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn accounts_stay_on_a_range_of_another_name() {
        let world = World::new().account("alice", "root");
        let form = [("name", "web"), ("range", "2001:db8::/64"), ("note", "kept")];
        world.call("root", "ipv6_range_add", &form).unwrap();
        world.call("root", "ipv6_enable_account", &[("user", "alice"), ("range", "web")]).unwrap();
        world.call("root", "ipv6_range_edit", &[("name", "web"), ("new_name", "sites")]).unwrap();
        let data = world.data("root", "ipv6_range_list", &[]);
        let row = &data["range"][0];
        assert_eq!((&row["name"], &row["note"]), (&"sites".into(), &"kept".into()));
        assert_eq!(row["range_users"], serde_json::json!(["alice"]));
        world.call("root", "ipv6_range_edit", &[("name", "sites"), ("note", "new")]).unwrap();
        assert_eq!(world.data("root", "ipv6_range_list", &[])["range"][0]["note"], "new");
    }

    #[test]
    fn names_must_be_there_and_free() {
        let world = World::new();
        for (name, range) in [("web", "2001:db8::/64"), ("mail", "2001:db8:1::/64")] {
            world.call("root", "ipv6_range_add", &[("name", name), ("range", range)]).unwrap();
        }
        for (name, new, said) in [
            ("x", "y", "name: there is no IPv6 range “x”."),
            ("web", "mail", "new_name: there is an IPv6 range “mail” already."),
            ("web", "SHARED", "new_name: SHARED is the name of the server's own address."),
            ("SHARED", "y", "name: SHARED is the name of the server's own address."),
        ] {
            let form = [("name", name), ("new_name", new)];
            assert_eq!(world.refusal("root", "ipv6_range_edit", &form), said);
        }
    }
}
