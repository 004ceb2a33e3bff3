//! The reference pages in `docs/functions/`: a page a group, from the list.

mod generated;
mod pages;

use generated::{Done, hold};
use pages::{index, page, slug};

#[test]
fn every_group_has_its_page() -> Done {
    for group in functions::GROUPS {
        hold(&format!("docs/functions/{}.md", slug(group)), &page(group), "docs")?;
    }
    hold("docs/functions/README.md", &index("Functions", functions::GROUPS), "docs")
}
