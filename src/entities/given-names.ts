/** Given names and titles that are nearly always a man's, or a woman's. */
export const MALE_NAMES: ReadonlySet<string> = new Set(
  `mr sir lord king prince father pope imam ayatollah brother
   james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
   andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric stephen jonathan
   larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry peter henry adam
   nathan douglas zachary walter kyle harold carl jeremy keith roger gerald ethan arthur terry lawrence sean noah joe jim
   bill bob tom mike steve dave dan ben tony barack vladimir boris ivan dmitry sergei mikhail nikolai igor oleg viktor
   mohammed muhammad mohamed mohammad mohamad ahmed ahmad ali hassan hussein omar osama ibrahim yusuf abdullah khalid
   mahmoud mustafa abu abdul saddam bashar benjamin ariel ehud shimon yitzhak moshe juan carlos jose luis miguel pedro
   jorge diego pablo fernando hugo antonio marco giovanni luigi silvio jean pierre jacques francois nicolas emmanuel hans
   klaus helmut gerhard wolfgang jurgen stefan lars erik narendra raj rahul imran nawaz pervez hamid ashraf joko jacob nelson
   desmond kofi kwame sam max bernie jeremy nigel gordon tim ted chris alan ian neil graham simon martin colin stuart`.split(
    /\s+/u,
  ),
);

export const FEMALE_NAMES: ReadonlySet<string> = new Set(
  `mrs ms miss dame lady queen princess sister mother
   mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily
   donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley
   anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather
   diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah
   jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice hillary theresa nikki kamala
   condoleezza madeleine benazir indira sonia aung malala fatima aisha khadija maryam zainab leila layla amal nadia svetlana
   olga natalia tatiana irina elena yulia ekaterina marine segolene ursula christine cristina dilma isabel carmen rosa lucia
   sofia giulia francesca greta ingrid jane kate anne claire lucy charlotte sophie chloe tina
   agnes agnieszka alexandra alicia alma amina amira ana anastasia angelina anita anja annette annie antonia ariana astrid asma audrey
   beatrice beatriz becky bella bernadette beth betsy beverly bianca bridget brigitte camila candace carla carolina caroline cassandra
   catalina cecilia celia charlene chelsea christiane cindy clara claudia colleen constance cora daniela danielle daphne debbie denise
   diana dolores dora doris edith eileen elaine eleanor elisa elise eliza ella ellen eloise elsa emilia erica erika erin esther eugenia
   eva fadwa farah fawzia felicia fiona florence gabriela gail genevieve georgina geraldine gina gladys glenda grace graciela gwen hala
   hanan hanna harriet hazel helena helga henrietta hilda hillary holly ida ilhan inga ines irene irina iris isabella isabelle ivana
   jacinda jackie jana janelle jeanette jeanne jenna jenny jill joanna joanne jocelyn jodi johanna josephine juanita judy juliana juliet
   justine karin karla kathy katie katrina keiko kelsey kirsten kirstjen kristen kristi kristina lana lara latifa laurie leah lena
   letitia leticia liliana lillian lily lina lisbeth lois loretta lorraine lourdes lucie luisa lydia mabel madeline magdalena manal
   margarita margot marian mariana marianne maribel marie marilyn marina marissa marjorie marlene marta martina maureen maxine maya
   melanie melinda mercedes meryl mia michele mildred mina miranda miriam molly mona monica monique muriel myra nadine naledi naomi
   natalie natasha nina nora norma odile oksana olena paola paula pauline peggy penny petra phoebe phyllis polly priti priya priyanka
   rabia ramona rania raquel regina rhonda rita roberta rosalind rosemary rosie roxanne ruby sabina sabrina sadie sally salma samira sana
   selena serena sheila shelley sheryl shireen silvia simone soraya stacey stella sue susanna suzanne sybil sylvia tamara tammy tanya
   tara tasha tatyana teresita thelma theodora trisha ulrike valentina valerie vanessa vera veronica vicky viola violet vivian wanda
   wendy whitney wilma winifred yasmin yasmine yoko yolanda yvette yvonne zahra zara zeinab zoe`.split(
    /\s+/u,
  ),
);
