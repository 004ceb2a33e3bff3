//! `get_available_applications`

use api::{Acl, Cx, Effect, Error, Function, Input, Needs, Output, Result};

use crate::domain::features::{FEATURES, Feature, Group};

/// Gives the definition of the account's menu: its headings, and below them an entry a feature.
#[derive(Debug, Input)]
pub struct Params {
    /// Names of entries, parted by commas; all where it is absent.
    pub applications_list: Option<String>,
    /// The definition, a file relative to the theme's folder.
    #[param(default = "dynamicui.conf")]
    pub file: String,
}

/// The menu.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its headings, in order.
    pub groups: Vec<Heading>,
    /// Entries that are not of the usual kinds.
    pub raw: Vec<Raw>,
}

/// A heading.
#[derive(Debug, Output)]
pub struct Heading {
    /// Always `group`.
    #[param(name = "type")]
    pub kind: &'static str,
    /// The privilege that it needs.
    pub acl: Option<&'static str>,
    /// Whether servers that only serve DNS have it.
    pub dnsonly_ok: Option<&'static str>,
    /// The name of its icon.
    pub file: &'static str,
    /// Its name for programs.
    pub group: &'static str,
    /// Its name for people.
    pub groupdesc: String,
    /// Its place among the headings, from 1.
    pub grouporder: usize,
    /// Its entries, in order.
    pub items: Vec<MenuEntry>,
}

/// An entry.
#[derive(Debug, Output)]
pub struct MenuEntry {
    /// Always `image`.
    #[param(name = "type")]
    pub kind: &'static str,
    /// The privilege that it needs.
    pub acl: Option<&'static str>,
    /// What it opens.
    pub description: &'static str,
    /// Whether servers that only serve DNS have it.
    pub dnsonly_ok: Option<&'static str>,
    /// The name of its icon, and of the entry.
    pub file: &'static str,
    /// The heading.
    pub group: &'static str,
    /// Its name for people.
    pub itemdesc: &'static str,
    /// Its place below the heading, from 1.
    pub itemorder: usize,
    /// The feature that an account must have for it.
    pub key: &'static str,
    /// Its page, below the theme's folder; empty while the theme has none.
    pub url: &'static str,
}

/// An entry of another kind.
#[derive(Debug, Output)]
pub struct Raw {
    /// Always `raw`.
    #[param(name = "type")]
    pub kind: &'static str,
    /// Its text.
    pub itemdesc: String,
}

/// See [`Params`].
pub struct GetAvailableApplications;

impl Function for GetAvailableApplications {
    const NAME: &'static str = "get_available_applications";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if params.file != "dynamicui.conf" {
            return Err(Error::param("file", "the only definition is dynamicui.conf"));
        }
        let wanted = params.applications_list.filter(|list| !list.is_empty());
        let is_wanted = |id: &str| {
            wanted.as_ref().is_none_or(|list| list.split(',').any(|name| name.trim() == id))
        };
        let headings = Group::ALL.iter().zip(1..).map(|(group, place)| {
            let members = FEATURES.iter().filter(|it| it.group == *group && is_wanted(it.id));
            heading(*group, place, members.zip(1..).map(entry).collect())
        });
        let groups = headings.filter(|heading| !heading.items.is_empty()).collect();
        Ok(Reply { groups, raw: Vec::new() })
    }
}

fn heading(group: Group, place: usize, items: Vec<MenuEntry>) -> Heading {
    Heading {
        kind: "group",
        acl: None,
        dnsonly_ok: None,
        file: group.as_str(),
        group: group.as_str(),
        groupdesc: format!("{group:?}"),
        grouporder: place,
        items,
    }
}

fn entry((feature, place): (&Feature, usize)) -> MenuEntry {
    MenuEntry {
        kind: "image",
        acl: None,
        description: feature.name,
        dnsonly_ok: None,
        file: feature.id,
        group: feature.group.as_str(),
        itemdesc: feature.name,
        itemorder: place,
        key: feature.id,
        url: "",
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn every_feature_stands_below_its_heading() {
        let reply = World::new().data("root", "get_available_applications", &[]);
        let groups = reply["groups"].as_array().unwrap();
        assert_eq!(
            (&groups[0]["group"], &groups[0]["groupdesc"]),
            (&"email".into(), &"Email".into())
        );
        let items: usize = groups.iter().map(|it| it["items"].as_array().unwrap().len()).sum();
        assert_eq!(items, crate::domain::features::FEATURES.len());
        assert_eq!(reply["raw"], serde_json::json!([]));
    }

    #[test]
    fn named_entries_come_alone_with_their_headings() {
        let form = [("applications_list", "cron, zoneedit,nope")];
        let reply = World::new().data("root", "get_available_applications", &form);
        let groups = reply["groups"].as_array().unwrap();
        let names: Vec<_> = groups.iter().map(|it| &it["items"][0]["file"]).collect();
        assert_eq!(names, ["zoneedit", "cron"]);
    }

    #[test]
    fn another_definition_is_refused() {
        let form = [("file", "../secret")];
        let said = World::new().refusal("root", "get_available_applications", &form);
        assert_eq!(said, "file: the only definition is dynamicui.conf");
    }
}
