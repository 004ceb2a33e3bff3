//! `listpkgs`

use api::{
    Acl, Caller, Cx, Effect, Function, Input, Legacy, List, Needs, Output, Result, Word,
    records::PackageRecord,
};

use crate::domain::packages::{self, extensions, view::Listed};

/// Lists the packages that the caller can use.
#[derive(Debug, Input)]
pub struct Params {
    /// Which of them.
    #[param(default = "all")]
    pub want: Want,
}

/// Which packages are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Want {
    /// All.
    #[word("all")]
    All,
    /// Those that accounts can be put on.
    #[word("creatable")]
    Creatable,
    /// Those that can be changed.
    #[word("editable")]
    Editable,
    /// Those that can be seen.
    #[word("viewable")]
    Viewable,
}

impl From<&str> for Want {
    /// For the default in the definition.
    fn from(word: &str) -> Self {
        word.parse().unwrap_or(Self::All)
    }
}

/// The packages.
#[derive(Output)]
pub struct Reply {
    /// Each, by name.
    pub pkg: List<Listed>,
}

/// See [`Params`].
pub struct ListPkgs;

impl Function for ListPkgs {
    const NAME: &'static str = "listpkgs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListPkgs]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::BARE.renaming(&[("pkg", "package")]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let mut wanted = packages::list(cx, &*tx)?;
        wanted.retain(|package| params.want.holds(cx.caller, package));
        let rows = extensions::join(&*tx, wanted)?;
        Ok(Reply { pkg: rows.into_iter().map(Listed::from).collect() })
    }
}

impl Want {
    /// Of packages that the caller may use, those that can be changed need the privilege too.
    fn holds(self, caller: &Caller, package: &PackageRecord) -> bool {
        match self {
            Self::All | Self::Creatable | Self::Viewable => true,
            Self::Editable => {
                caller.acls.grants(Acl::EditPkg) && packages::may_change(caller, package)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn names(world: &World, user: &str, want: &str) -> Vec<String> {
        let reply = world.data(user, "listpkgs", &[("want", want)]);
        let rows = reply["pkg"].as_array().unwrap().iter();
        rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn the_default_package_is_there_from_the_start_and_flags_are_letters() {
        let reply = World::new().data("root", "listpkgs", &[]);
        let [default] = &reply["pkg"].as_array().unwrap()[..] else { panic!("{reply}") };
        assert_eq!(default["name"], "default");
        for key in ["CGI", "DIGESTAUTH", "HASSHELL", "IP", "FRONTPAGE"] {
            assert!(["y", "n"].contains(&default[key].as_str().unwrap()), "{key}");
        }
        assert_eq!((&default["CGI"], &default["HASSHELL"]), (&"y".into(), &"n".into()));
    }

    #[test]
    fn each_caller_gets_what_it_may_use() {
        let world = World::new()
            .reseller("bob", &[Acl::ListPkgs, Acl::EditPkg, Acl::Viewglobalpackages])
            .reseller("bob_b", &[Acl::ListPkgs]);
        for name in ["tin", "bob_gold", "bob_b_gold"] {
            world.data("root", "addpkg", &[("name", name)]);
        }
        assert_eq!(names(&world, "root", "all"), ["bob_b_gold", "bob_gold", "default", "tin"]);
        assert_eq!(names(&world, "bob", "all"), ["bob_gold", "default", "tin"]);
        assert_eq!(names(&world, "bob", "editable"), ["bob_gold"]);
        assert_eq!(names(&world, "bob_b", "creatable"), ["bob_b_gold", "default"]);
        assert!(names(&world, "bob_b", "editable").is_empty());
    }

    #[test]
    fn an_unknown_word_is_named() {
        let said = World::new().refusal("root", "listpkgs", &[("want", "some")]);
        assert!(said.starts_with("want: “some” is none of"), "{said}");
    }
}
