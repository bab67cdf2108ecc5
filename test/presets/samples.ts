/** An export made up after what is documented of it: its text, the roles its columns play, and what is read of it. */
export interface Sample {
  text: string;
  /** role → header */
  roles: Record<string, string>;
  /** of purchases: rows used and what they add up to; absent where a lookup in another file is needed first */
  used?: number;
  amount?: string;
  /** rows set aside, by reason */
  reasons?: Record<string, number>;
}

const rule = (rows: number): Record<string, number> => ({'left out by rule': rows});

/** By preset. The documentation that each follows is named with the preset. */
export const samples: Record<string, Sample> = {
  'olist/leads': {
    text: `mql_id,first_contact_date,landing_page_id,origin
dac32acd,2018-02-01,88740e65,social
8c18d1de,2017-10-20,007f9098,paid_search
`,
    roles: {customer_id: 'mql_id', occurred_on: 'first_contact_date', touchpoint: 'origin'}
  },
  // what is declared is the amount: one of three declared nothing, and is a purchase all the same
  'olist/deals': {
    text: `mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type,lead_behaviour_profile,has_company,has_gtin,average_stock,business_type,declared_product_catalog_size,declared_monthly_revenue
dac32acd,2c43fb51,a8387c01,4ef15afb,2018-02-26 19:58:54,pet,online_medium,cat,,,,reseller,,0.0
8c18d1de,bbb7d789,09285259,d3d1e91a,2018-05-08 20:17:59,car_accessories,industry,eagle,,,,reseller,,5000.0
327174d3,612170e3,b90f87164,6565aa9c,2018-06-05 17:27:23,home_appliances,online_big,cat,,,,reseller,,300.5
`,
    roles: {
      customer_id: 'mql_id',
      purchased_on: 'won_date',
      amount: 'declared_monthly_revenue',
      category: 'business_segment'
    },
    used: 3,
    amount: '5300.5000'
  },
  // 2 × 16 + 1 × 20 of the first order, 3 × 10 of the refunded one, the cancelled one left out
  'shopify/orders': {
    text: `Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Country,Cancelled at,Payment Method,Refunded Amount,Source,Id
#1001,ada@example.com,paid,2024-03-01 10:15:00 +0100,fulfilled,EUR,52.00,5.00,0.00,57.00,SPRING,0.00,2024-03-01 10:14:00 +0100,2,Fern print,16.00,F-1,Ada A,SE,,card,0.00,web,555001
#1001,ada@example.com,,,,,,,,,,,2024-03-01 10:14:00 +0100,1,Tote bag,20.00,T-1,,,,,,,
#1002,bo@example.com,refunded,2024-03-02 11:00:00 +0100,fulfilled,EUR,30.00,0.00,0.00,30.00,,0.00,2024-03-02 11:00:00 +0100,3,Card,10.00,C-1,Bo B,DE,,card,30.00,web,555002
#1003,cy@example.com,pending,,unfulfilled,EUR,8.00,0.00,0.00,8.00,,0.00,2024-03-03 09:00:00 +0100,1,Card,4.00,C-1,Cy C,DE,2024-03-04 09:00:00 +0100,card,0.00,web,555003
#1003,cy@example.com,,,,,,,,,,,2024-03-03 09:00:00 +0100,1,Pen,4.00,P-1,,,,,,,
`,
    roles: {
      transaction_id: 'Name',
      customer_id: 'Email',
      purchased_on: 'Created at',
      quantity: 'Lineitem quantity',
      unit_price: 'Lineitem price',
      product: 'Lineitem name',
      country: 'Shipping Country',
      payment_method: 'Payment Method',
      promotion: 'Discount Code',
      channel: 'Source',
      currency: 'Currency',
      status: 'Financial Status'
    },
    used: 3,
    amount: '82.0000',
    reasons: rule(2)
  },
  'shopify/customers': {
    text: `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Country Code,Phone,Total Spent,Total Orders,Tags,Tax Exempt
1,Ada,A,ada@example.com,yes,SE,,57.00,1,vip,no
2,Bo,B,bo@example.com,no,DE,,0.00,1,,no
`,
    roles: {customer_id: 'Email', country: 'Default Address Country Code', segment: 'Tags'}
  },
  'woocommerce/analytics': {
    text: `Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution
2024-03-01 10:00:00,101,completed,Ada A,new,2× Mug,2,,24.00,Direct
2024-03-02 10:00:00,102,processing,Bo B,returning,1× Cap,1,SPRING,10.00,Organic
2024-03-03 10:00:00,103,pending,Cy C,new,1× Cap,1,,10.00,Direct
`,
    roles: {
      transaction_id: 'Order #',
      customer_id: 'Customer',
      purchased_on: 'Date',
      amount: 'N. Revenue',
      product: 'Product(s)',
      promotion: 'Coupon(s)',
      channel: 'Attribution',
      status: 'Status'
    },
    used: 2,
    amount: '34.0000',
    reasons: rule(1)
  },
  'woocommerce/plugin orders': {
    text: `order_id,order_number,order_date,paid_date,status,shipping_total,discount_total,order_total,order_currency,payment_method,payment_method_title,customer_id,billing_email,billing_country
11,11,2024-03-01 10:00:00,2024-03-01 10:01:00,completed,5.00,0.00,25.50,EUR,stripe,Card,7,ada@example.com,SE
12,12,2024-03-02 10:00:00,,wc-pending,5.00,0.00,30.00,EUR,bacs,Bank transfer,0,bo@example.com,DE
13,13,2024-03-03 10:00:00,2024-03-03 10:01:00,refunded,0.00,0.00,10.00,EUR,stripe,Card,7,ada@example.com,SE
`,
    roles: {
      transaction_id: 'order_number',
      customer_id: 'billing_email',
      purchased_on: 'order_date',
      amount: 'order_total',
      discount: 'discount_total',
      country: 'billing_country',
      payment_method: 'payment_method_title',
      currency: 'order_currency',
      status: 'status'
    },
    used: 2,
    amount: '35.5000',
    reasons: rule(1)
  },
  'woocommerce/plugin lines': {
    text: `Order Number,Order Status,Order Date,Email (Billing),Payment Method Title,Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code
21,Completed,2024-03-01 10:00,ada@example.com,Card,32.00,M-1,1,Mug,2,12.00,
21,,,,,,C-1,2,Cap,1,8.00,
22,Pending payment,2024-03-02 10:00,bo@example.com,Card,8.00,C-1,1,Cap,1,8.00,SPRING
`,
    roles: {
      transaction_id: 'Order Number',
      customer_id: 'Email (Billing)',
      purchased_on: 'Order Date',
      quantity: 'Quantity (- Refund)',
      unit_price: 'Item Cost',
      product: 'Item Name',
      payment_method: 'Payment Method Title',
      promotion: 'Coupon Code',
      status: 'Order Status'
    },
    used: 2,
    amount: '32.0000',
    reasons: rule(1)
  },
  'magento 1/orders': {
    text: `"Order #","Purchased From (Store)","Purchased On","Bill to Name","Ship to Name","G.T. (Base)","G.T. (Purchased)",Status
100000001,"Main Website",2024-03-01 10:00:00,"Ada A","Ada A",50.00,50.00,Complete
100000002,"Main Website",2024-03-02 10:00:00,"Bo B","Bo B",30.00,30.00,"Pending Payment"
100000003,"Main Website",2024-03-03 10:00:00,"Ada A","Ada A",20.00,20.00,Canceled
`,
    roles: {
      transaction_id: 'Order #',
      customer_id: 'Bill to Name',
      purchased_on: 'Purchased On',
      amount: 'G.T. (Base)',
      channel: 'Purchased From (Store)',
      status: 'Status'
    },
    used: 2,
    amount: '70.0000',
    reasons: rule(1)
  },
  'magento 2/orders': {
    text: `ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,Action,"Customer Email","Payment Method"
000000001,"Main Website Store","Mar 1, 2024 10:00:00 AM","Ada A","Ada A",50.00,50.00,Processing,,ada@example.com,Card
000000002,"Main Website Store","Mar 2, 2024 10:00:00 AM","Bo B","Bo B",30.00,30.00,Closed,,bo@example.com,Card
`,
    roles: {
      transaction_id: 'ID',
      customer_id: 'Customer Email',
      purchased_on: 'Purchase Date',
      amount: 'Grand Total (Base)',
      channel: 'Purchase Point',
      payment_method: 'Payment Method',
      status: 'Status'
    },
    used: 1,
    amount: '50.0000',
    reasons: rule(1)
  },
  'prestashop/orders': {
    text: `ID;Référence;"Nouveau client";Livraison;Client;Total;Paiement;État;Date
1;XKBKNABJK;1;France;"A. Durand";"61,80 €";Chèque;"Paiement accepté";"05/03/2024 10:00:00"
2;OHSATSERP;0;France;"B. Petit";"69,90 €";Chèque;"Erreur de paiement";"06/03/2024 11:00:00"
3;UOYEVOLI;0;Belgique;"A. Durand";"14,90 €";Carte;Livré;"07/04/2024 11:00:00"
`,
    roles: {
      transaction_id: 'Référence',
      customer_id: 'Client',
      purchased_on: 'Date',
      amount: 'Total',
      country: 'Livraison',
      payment_method: 'Paiement',
      status: 'État'
    },
    used: 2,
    amount: '76.7000',
    reasons: rule(1)
  },
  'prestashop/table of orders': {
    text: `id_order;reference;id_customer;current_state;payment;total_products;total_paid_tax_incl;total_paid_tax_excl;valid;date_add
1;XKBKNABJK;7;5;Card;51.50;61.80;51.50;1;2024-03-05 10:00:00
2;OHSATSERP;8;8;Card;58.25;69.90;58.25;0;2024-03-06 10:00:00
`,
    roles: {
      transaction_id: 'reference',
      customer_id: 'id_customer',
      purchased_on: 'date_add',
      amount: 'total_products',
      payment_method: 'payment',
      status: 'current_state'
    },
    used: 1,
    amount: '51.5000',
    reasons: rule(1)
  },
  // 30.00 − 0 and 50.00 − 20.00; the failed one left out
  'stripe/payments': {
    text: `id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Fee,Status,Description,Customer ID,Customer Email,Card Brand
ch_1,2024-03-01 21:56:01,30.00,0.00,eur,true,1.17,Paid,Invoice 1,cus_1,ada@example.com,Visa
ch_2,2024-03-02 21:56:02,50.00,20.00,eur,true,1.75,Paid,Invoice 2,cus_2,bo@example.com,Visa
ch_3,2024-03-03 21:56:03,70.00,0.00,eur,false,0.00,Failed,Invoice 3,cus_2,bo@example.com,Visa
`,
    roles: {
      transaction_id: 'id',
      customer_id: 'Customer ID',
      purchased_on: 'Created date (UTC)',
      credit: 'Amount',
      debit: 'Amount Refunded',
      currency: 'Currency',
      product: 'Description',
      payment_method: 'Card Brand',
      status: 'Status'
    },
    used: 2,
    amount: '60.0000',
    reasons: rule(1)
  },
  // customers stand on lines of their own; those, their totals and the last line are left out
  'quickbooks/sales by customer': {
    text: `Example Ltd,,,,,,,,,
Sales by Customer Detail,,,,,,,,,
"January - March, 2024",,,,,,,,,

,Transaction date,Transaction type,Num,Product/Service full name,Memo/Description,Quantity,Sales price,Amount,Balance
Ada A,,,,,,,,,
,02/13/2024,Invoice,2001,Tree removal,Oak,1.00,"2,000.00","2,000.00","2,000.00"
,02/14/2024,Invoice,2001,Stump grinding,Stump,1.00,400.00,400.00,"2,400.00"
Total for Ada A,,,,,,,,"$2,400.00",
Bo B,,,,,,,,,
,03/20/2024,Credit Memo,2002,Tree removal,Ash,-1.00,100.00,-100.00,-100.00
,03/21/2024,Invoice,2003,Tree removal,Elm,1.00,150.00,150.00,50.00
Total for Bo B,,,,,,,,$50.00,
`,
    roles: {
      transaction_id: 'Num',
      customer_id: 'Column 1',
      purchased_on: 'Transaction date',
      amount: 'Amount',
      quantity: 'Quantity',
      product: 'Product/Service full name'
    },
    used: 4,
    amount: '2450.0000',
    reasons: rule(4)
  },
  'quickbooks/transactions': {
    text: `Date,Transaction type,Num,Posting (Y/N),Name,Memo/Description,Account full name,Amount
01/15/2024,Invoice,1001,Yes,Ada A,,Accounts Receivable,120.00
01/20/2024,Payment,,Yes,Ada A,,Undeposited Funds,120.00
02/02/2024,Sales Receipt,1002,Yes,Bo B,,Bank,30.00
`,
    roles: {transaction_id: 'Num', customer_id: 'Name', purchased_on: 'Date', amount: 'Amount'},
    used: 2,
    amount: '150.0000',
    reasons: rule(1)
  },
  'xero/invoice lines': {
    text: `ContactName,EmailAddress,POCountry,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,Currency,Type,Sent,Status
Acme,ap@example.com,GB,INV-1,,05/03/2024,05/04/2024,120.00,A-1,Work,2,50,,100.00,200,20%,20.00,GBP,Sales invoice,Sent,Paid
Acme,ap@example.com,GB,INV-2,,06/03/2024,06/04/2024,60.00,A-1,Work,1,50,,50.00,200,20%,10.00,GBP,Sales invoice,,Draft
Pipes,,GB,B-1,,07/03/2024,07/04/2024,36.00,,Parts,1,30,,30.00,310,20%,6.00,GBP,Bill,,Paid
`,
    roles: {
      transaction_id: 'InvoiceNumber',
      customer_id: 'ContactName',
      purchased_on: 'InvoiceDate',
      amount: 'LineAmount',
      quantity: 'Quantity',
      unit_price: 'UnitAmount',
      product: 'InventoryItemCode',
      country: 'POCountry',
      currency: 'Currency',
      status: 'Status'
    },
    used: 1,
    amount: '100.0000',
    reasons: rule(2)
  },
  'salesforce/opportunities': {
    text: `Id,AccountId,Name,StageName,Amount,CloseDate,Type,LeadSource,IsWon,IsClosed
006A,001A,Roof,Closed Won,1000.5,2024-03-01,New Business,Web,true,true
006B,001A,Wall,Closed Lost,2000,2024-03-02,New Business,Web,false,true
006C,001B,Door,Negotiation,4000,2024-12-01,Existing,Phone,false,false
`,
    roles: {
      transaction_id: 'Id',
      customer_id: 'AccountId',
      purchased_on: 'CloseDate',
      amount: 'Amount',
      category: 'Type',
      channel: 'LeadSource'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(2)
  },
  'salesforce/opportunities report': {
    text: `Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Type,Lead Source
006A,Roof,Acme,Closed Won,"1,000.50",3/21/2024,New Business,Web
006B,Wall,Acme,Closed Lost,"2,000.00",3/22/2024,New Business,Web
`,
    roles: {
      transaction_id: 'Opportunity ID',
      customer_id: 'Account Name',
      purchased_on: 'Close Date',
      amount: 'Amount',
      category: 'Type',
      channel: 'Lead Source'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'salesforce/opportunity products': {
    text: `Id,OpportunityId,Product2Id,ProductCode,Quantity,UnitPrice,TotalPrice,ServiceDate
00kA,006A,01tA,ROOF,2,500.25,1000.5,
00kB,006A,01tB,NAIL,100,0.1,10,
`,
    roles: {
      transaction_id: 'OpportunityId',
      purchased_on: 'ServiceDate',
      amount: 'TotalPrice',
      quantity: 'Quantity',
      unit_price: 'UnitPrice',
      product: 'Product2Id'
    }
  },
  'salesforce/accounts': {
    text: `Id,Name,Type,Industry,BillingCity,BillingCountry,OwnerId,CreatedDate,AccountSource
001A,Acme,Customer,Construction,Bonn,Germany,005A,2020-01-02T10:00:00.000Z,Web
001B,Beta,Customer,Retail,Ulm,Germany,005A,2021-01-02T10:00:00.000Z,Phone
`,
    roles: {
      customer_id: 'Id',
      name: 'Name',
      segment: 'Industry',
      country: 'BillingCountry',
      acquired_on: 'CreatedDate',
      acquisition_channel: 'AccountSource'
    }
  },
  'salesforce/accounts report': {
    text: `Account ID,Account Name,Account Owner,Industry,Billing Country,Created Date
001A,Acme,Eva,Construction,Germany,1/22/2020
001B,Beta,Eva,Retail,Germany,1/23/2021
`,
    roles: {
      customer_id: 'Account ID',
      name: 'Account Name',
      segment: 'Industry',
      country: 'Billing Country',
      acquired_on: 'Created Date'
    }
  },
  'salesforce/cases': {
    text: `CaseNumber,AccountId,Type,Status,Origin,CreatedDate
00001001,001A,Problem,Closed,Phone,2024-03-01T10:00:00.000Z
00001002,001A,Question,New,Web,2024-03-02T10:00:00.000Z
`,
    roles: {customer_id: 'AccountId', occurred_on: 'CreatedDate', kind: 'Type', touchpoint: 'Origin', stage: 'Status'}
  },
  'salesforce/leads': {
    text: `Id,Company,LeadSource,Status,IsConverted,ConvertedAccountId,CreatedDate
00QA,Acme,Web,Closed - Converted,true,001A,2024-03-01T10:00:00.000Z
00QB,Beta,Phone,Open,false,,2024-03-02T10:00:00.000Z
`,
    roles: {customer_id: 'ConvertedAccountId', occurred_on: 'CreatedDate', touchpoint: 'LeadSource', stage: 'Status'}
  },
  'dynamics/opportunities': {
    text: `(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Est. Close Date,Actual Close Date,Est. Revenue,Actual Revenue,Status,Currency
a1,x,2024-03-01,Roof,Acme,2024-03-01,2024-03-05,900.00,1000.00,Won,Euro
a2,y,2024-03-01,Wall,Acme,2024-04-01,,500.00,,Open,Euro
`,
    roles: {
      transaction_id: '(Do Not Modify) Opportunity',
      customer_id: 'Potential Customer',
      purchased_on: 'Actual Close Date',
      amount: 'Actual Revenue',
      currency: 'Currency'
    },
    used: 1,
    amount: '1000.0000',
    reasons: rule(1)
  },
  'dynamics/table of opportunities': {
    text: `opportunityid,name,_customerid_value,actualvalue,estimatedvalue,actualclosedate,statecode
a1,Roof,c1,1000.00,900.00,2024-03-05,1
a2,Wall,c1,,500.00,,0
a3,Door,c2,300.00,300.00,2024-03-06,2
`,
    roles: {
      transaction_id: 'opportunityid',
      customer_id: '_customerid_value',
      purchased_on: 'actualclosedate',
      amount: 'actualvalue'
    },
    used: 1,
    amount: '1000.0000',
    reasons: rule(2)
  },
  'dynamics/orders': {
    text: `(Do Not Modify) Order,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Order ID,Name,Customer,Total Amount,Status Reason,Created On
a1,x,2024-03-01,ORD-1,Roof,Acme,1000.00,Complete,2024-03-05 10:00
a2,y,2024-03-01,ORD-2,Wall,Acme,500.00,Canceled,2024-03-06 10:00
`,
    roles: {
      transaction_id: 'Order ID',
      customer_id: 'Customer',
      purchased_on: 'Created On',
      amount: 'Total Amount',
      status: 'Status Reason'
    },
    used: 2,
    amount: '1500.0000'
  },
  'dynamics/accounts': {
    text: `(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,Industry,Created On
a1,x,2024-03-01,Acme,1,Bonn,Construction,2020-01-05
a2,y,2024-03-01,Beta,2,Ulm,Retail,2021-01-06
`,
    roles: {customer_id: 'Account Name', segment: 'Industry', acquired_on: 'Created On'}
  },
  'dynamics/contacts': {
    text: `(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,Email,Company Name,Created On
a1,x,2024-03-01,Ada A,ada@example.com,Acme,2020-01-05
a2,y,2024-03-01,Bo B,bo@example.com,Beta,2021-01-06
`,
    roles: {customer_id: 'Full Name', segment: 'Company Name', acquired_on: 'Created On'}
  },
  'dynamics/leads': {
    text: `(Do Not Modify) Lead,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Subject,Company Name,Lead Source,Status Reason,Created On
a1,x,2024-03-01,Roof,Acme,Web,New,2024-03-05
a2,y,2024-03-01,Wall,Beta,Phone,Contacted,2024-03-06
`,
    roles: {
      customer_id: 'Company Name',
      occurred_on: 'Created On',
      kind: 'Subject',
      touchpoint: 'Lead Source',
      stage: 'Status Reason'
    }
  },
  'dynamics/cases': {
    text: `(Do Not Modify) Case,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Case Title,Case Number,Customer,Origin,Status,Created On
a1,x,2024-03-01,Leak,CAS-1,Acme,Phone,Resolved,2024-03-05
a2,y,2024-03-01,Late,CAS-2,Beta,Web,Active,2024-03-06
`,
    roles: {customer_id: 'Customer', occurred_on: 'Created On', touchpoint: 'Origin', stage: 'Status'}
  },
  'siebel/opportunities': {
    text: `Row ID,Opportunity,Account,Site,Revenue,Close Date,Probability %,Sales Method,Sales Stage
1-A,Roof,Acme,Bonn,"$1,000.00",3/21/2024,100,Standard,08 - Closed Won
1-B,Wall,Acme,Bonn,"$2,000.00",3/22/2024,20,Standard,03 - Qualification
`,
    roles: {transaction_id: 'Row ID', customer_id: 'Account', purchased_on: 'Close Date', amount: 'Revenue'},
    used: 1,
    amount: '1000.0000',
    reasons: rule(1)
  },
  'siebel/service requests': {
    text: `SR #,Account,Opened,Area,Sub-Area,Source,Status,Substatus
1-1,Acme,03/21/2024 10:00:00 AM,Product,Defect,Phone,Open,Assigned
1-2,Beta,03/22/2024 11:00:00 AM,Service,Delay,Web,Closed,Resolved
`,
    roles: {
      customer_id: 'Account',
      occurred_on: 'Opened',
      kind: 'Area',
      touchpoint: 'Source',
      stage: 'Status',
      outcome: 'Substatus'
    }
  },
  'saleslogix/opportunities': {
    text: `Opportunity,Account,Est. Close,Close Probability,Status,Potential,Type
Acme-1,Acme,3/21/2024,100,Closed - Won,1000.00,Service
Acme-2,Acme,3/22/2024,50,Open,2000.00,Service
`,
    roles: {
      transaction_id: 'Opportunity',
      customer_id: 'Account',
      purchased_on: 'Est. Close',
      amount: 'Potential',
      category: 'Type'
    },
    used: 1,
    amount: '1000.0000',
    reasons: rule(1)
  },
  'saleslogix/table of opportunities': {
    text: `OPPORTUNITYID,ACCOUNTID,DESCRIPTION,TYPE,STATUS,SALESPOTENTIAL,ACTUALAMOUNT,ESTIMATEDCLOSE,ACTUALCLOSE
OQ1,AQ1,Roof,Service,Closed - Won,900.00,1000.00,2024-03-01,2024-03-05
OQ2,AQ1,Wall,Service,Closed - Lost,500.00,0.00,2024-03-01,2024-03-06
`,
    roles: {
      transaction_id: 'OPPORTUNITYID',
      customer_id: 'ACCOUNTID',
      purchased_on: 'ACTUALCLOSE',
      amount: 'ACTUALAMOUNT',
      category: 'TYPE'
    },
    used: 1,
    amount: '1000.0000',
    reasons: rule(1)
  },
  'saleslogix/table of accounts': {
    text: `ACCOUNTID,ACCOUNT,TYPE,STATUS,INDUSTRY,MAINPHONE,CREATEDATE
AQ1,Acme,Customer,Active,Construction,1,2020-01-05
AQ2,Beta,Prospect,Active,Retail,2,2021-01-06
`,
    roles: {customer_id: 'ACCOUNTID', name: 'ACCOUNT', segment: 'INDUSTRY', acquired_on: 'CREATEDATE'}
  },
  'creatio/orders': {
    text: `Номер;Дата;Контрагент;Контакт;Состояние;Состояние оплаты;Состояние доставки;Итого
ORD-1;05.03.2024;Акме;Ада;Выполнен;Оплачен;Доставлен;1 000,50
ORD-2;06.03.2024;Бета;Бо;Черновик;Не оплачен;Не доставлен;500,00
`,
    roles: {
      transaction_id: 'Номер',
      customer_id: 'Контрагент',
      purchased_on: 'Дата',
      amount: 'Итого',
      status: 'Состояние'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'creatio/opportunities': {
    text: `Title,Customer,Stage,Opportunity amount,Closing date,Type
Roof,Acme,Closed won,1000.50,21.03.2024,Direct
Wall,Beta,Proposal,500.00,22.03.2024,Direct
`,
    roles: {
      transaction_id: 'Title',
      customer_id: 'Customer',
      purchased_on: 'Closing date',
      amount: 'Opportunity amount',
      category: 'Type'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  '1c/sales': {
    text: `Дата;Регистратор;Контрагент;Номенклатура;Количество;Сумма;Себестоимость
05.03.2024;Реализация 0001;ООО Акме;Гвоздь;100,000;1 500,00;900,00
06.03.2024;Реализация 0002;ООО Бета;Доска;2,000;2 000,00;1 200,00
`,
    roles: {
      transaction_id: 'Регистратор',
      customer_id: 'Контрагент',
      purchased_on: 'Дата',
      amount: 'Сумма',
      quantity: 'Количество',
      product: 'Номенклатура',
      cost: 'Себестоимость'
    },
    used: 2,
    amount: '3500.0000'
  },
  '1c/documents': {
    text: `Дата;Номер;Контрагент;Сумма;Валюта;Организация;Склад
05.03.2024 10:00:00;0001;ООО Акме;1 500,00;RUB;Мы;Основной
06.03.2024 11:00:00;0002;ООО Бета;2 000,00;RUB;Мы;Основной
`,
    roles: {
      transaction_id: 'Номер',
      customer_id: 'Контрагент',
      purchased_on: 'Дата',
      amount: 'Сумма',
      channel: 'Склад',
      currency: 'Валюта'
    },
    used: 2,
    amount: '3500.0000'
  },
  '1c-rarus/events': {
    text: `Дата;Клиент;Контактное лицо;Вид события;Состояние;Результат
05.03.2024;Акме;Ада;Звонок;Завершено;Договорились
06.03.2024;Бета;Бо;Встреча;Запланировано;
`,
    roles: {
      customer_id: 'Клиент',
      occurred_on: 'Дата',
      kind: 'Вид события',
      stage: 'Состояние',
      outcome: 'Результат'
    }
  },
  '1c-rarus/deals': {
    text: `Код;Сделка;Клиент;Этап;Статус;Сумма;Дата закрытия
1;Крыша;Акме;Договор;Выиграна;1 000,50;05.03.2024
2;Стена;Бета;Переговоры;В работе;500,00;06.03.2024
`,
    roles: {transaction_id: 'Код', customer_id: 'Клиент', purchased_on: 'Дата закрытия', amount: 'Сумма'},
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'naucrm/deals': {
    text: `Номер сделки;Сделка;Контрагент;Вид сделки;Состояние;Сумма;Дата закрытия
1;Крыша;Акме;Продажа;Выиграна;1 000,50;05.03.2024
2;Стена;Бета;Продажа;В работе;500,00;06.03.2024
`,
    roles: {
      transaction_id: 'Номер сделки',
      customer_id: 'Контрагент',
      purchased_on: 'Дата закрытия',
      amount: 'Сумма',
      category: 'Вид сделки'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'hubspot/deals': {
    text: `Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Deal owner,Associated Company
1,Roof,Closed Won,Sales,1000.50,2024-03-05 10:00,Eva,Acme
2,Wall,Closed Lost,Sales,500,2024-03-06 10:00,Eva,Beta
`,
    roles: {
      transaction_id: 'Record ID',
      customer_id: 'Associated Company',
      purchased_on: 'Close Date',
      amount: 'Amount',
      channel: 'Pipeline'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'hubspot/contacts': {
    text: `Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date,Original Source
1,Ada,A,ada@example.com,Customer,2020-01-05 10:00,Organic search
2,Bo,B,bo@example.com,Lead,2021-01-06 10:00,Referrals
`,
    roles: {
      customer_id: 'Record ID',
      name: 'Email',
      segment: 'Lifecycle Stage',
      acquired_on: 'Create Date',
      acquisition_channel: 'Original Source'
    }
  },
  'hubspot/companies': {
    text: `Record ID,Company name,Company owner,Create Date,Industry,Country/Region
1,Acme,Eva,2020-01-05 10:00,Construction,Germany
2,Beta,Eva,2021-01-06 10:00,Retail,Sweden
`,
    roles: {
      customer_id: 'Record ID',
      name: 'Company name',
      segment: 'Industry',
      country: 'Country/Region',
      acquired_on: 'Create Date'
    }
  },
  'hubspot/tickets': {
    text: `Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Source,Associated Company
1,Leak,Support,Closed,2024-03-05 10:00,Email,Acme
2,Late,Support,New,2024-03-06 10:00,Chat,Beta
`,
    roles: {
      customer_id: 'Associated Company',
      occurred_on: 'Create date',
      kind: 'Pipeline',
      touchpoint: 'Source',
      stage: 'Ticket status'
    }
  },
  'pipedrive/deals': {
    text: `Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Status,Deal - Won time,Deal - Pipeline
1,Roof,1000.5,EUR,Acme,Won,2024-03-05 10:00:00,Sales
2,Wall,500,EUR,Beta,Open,,Sales
`,
    roles: {
      transaction_id: 'Deal - ID',
      customer_id: 'Deal - Organization',
      purchased_on: 'Deal - Won time',
      amount: 'Deal - Value',
      channel: 'Deal - Pipeline',
      currency: 'Deal - Currency of Value'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'pipedrive/deals without prefix': {
    text: `Title,Value,Currency of value,Organization,Status,Won time
Roof,1000.5,EUR,Acme,Won,2024-03-05 10:00:00
Wall,500,EUR,Beta,Lost,
`,
    roles: {
      transaction_id: 'Title',
      customer_id: 'Organization',
      purchased_on: 'Won time',
      amount: 'Value',
      currency: 'Currency of value'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'pipedrive/organizations': {
    text: `Organization - Name,Organization - Label,Organization - Owner,Organization - Won deals,Organization - Organization created
Acme,Customer,Eva,3,2020-01-05 10:00:00
Beta,Lead,Eva,0,2021-01-06 10:00:00
`,
    roles: {
      customer_id: 'Organization - Name',
      segment: 'Organization - Label',
      acquired_on: 'Organization - Organization created'
    }
  },
  'zoho crm/deals': {
    text: `Record Id,Deal Owner,Deal Name,Account Name.id,Account Name,Stage,Amount,Closing Date,Type,Lead Source
zcrm_1,Eva,Roof,zcrm_9,Acme,Closed Won,1000.5,2024-03-05,New Business,Web
zcrm_2,Eva,Wall,zcrm_8,Beta,Qualification,500,2024-03-06,New Business,Web
`,
    roles: {
      transaction_id: 'Record Id',
      customer_id: 'Account Name.id',
      purchased_on: 'Closing Date',
      amount: 'Amount',
      category: 'Type',
      channel: 'Lead Source'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'zoho crm/accounts': {
    text: `Record Id,Account Owner,Account Name,Industry,Billing Country,Created Time
zcrm_9,Eva,Acme,Construction,Germany,2020-01-05 10:00:00
zcrm_8,Eva,Beta,Retail,Sweden,2021-01-06 10:00:00
`,
    roles: {
      customer_id: 'Record Id',
      name: 'Account Name',
      segment: 'Industry',
      country: 'Billing Country',
      acquired_on: 'Created Time'
    }
  },
  'zoho books/invoices': {
    text: `Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer ID,Customer Name,Due Date,Currency Code,SubTotal,Total,Item Name,Quantity,Item Price,Item Total
2024-03-05,42,INV-1,Closed,7,Acme,2024-04-05,EUR,100.00,119.00,Roof,2,45.00,90.00
2024-03-05,42,INV-1,Closed,7,Acme,2024-04-05,EUR,100.00,119.00,Nail,10,1.00,10.00
2024-03-06,43,INV-2,Draft,8,Beta,2024-04-06,EUR,50.00,59.50,Wall,1,50.00,50.00
`,
    roles: {
      transaction_id: 'Invoice Number',
      customer_id: 'Customer ID',
      purchased_on: 'Invoice Date',
      amount: 'Item Total',
      quantity: 'Quantity',
      unit_price: 'Item Price',
      product: 'Item Name',
      currency: 'Currency Code',
      status: 'Invoice Status'
    },
    used: 2,
    amount: '100.0000',
    reasons: rule(1)
  },
  'odoo/orders': {
    text: `Order Reference,Creation Date,Customer,Salesperson,Untaxed Amount,Total,Status
S00001,2024-03-05 10:00:00,Acme,Eva,100.00,119.00,Sales Order
S00002,2024-03-06 10:00:00,Beta,Eva,50.00,59.50,Quotation
`,
    roles: {
      transaction_id: 'Order Reference',
      customer_id: 'Customer',
      purchased_on: 'Creation Date',
      amount: 'Untaxed Amount',
      status: 'Status'
    },
    used: 1,
    amount: '100.0000',
    reasons: rule(1)
  },
  'odoo/order lines': {
    text: `Order Reference,Order Date,Customer,Status,Order Lines/Product,Order Lines/Quantity,Order Lines/Unit Price,Order Lines/Subtotal
S00001,2024-03-05 10:00:00,Acme,Sales Order,Roof,2.00,45.00,90.00
,,,,Nail,10.00,1.00,10.00
S00002,2024-03-06 10:00:00,Beta,Quotation,Wall,1.00,50.00,50.00
,,,,Nail,10.00,1.00,10.00
`,
    roles: {
      transaction_id: 'Order Reference',
      customer_id: 'Customer',
      purchased_on: 'Order Date',
      amount: 'Order Lines/Subtotal',
      quantity: 'Order Lines/Quantity',
      unit_price: 'Order Lines/Unit Price',
      product: 'Order Lines/Product',
      status: 'Status'
    },
    used: 2,
    amount: '100.0000',
    reasons: rule(2)
  },
  'odoo/invoices': {
    text: `Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Untaxed Amount Signed,Total Signed,Payment Status,Status
INV/2024/00001,Acme,2024-03-05,2024-04-05,100.00,119.00,Paid,Posted
/,Beta,2024-03-06,2024-04-06,50.00,59.50,Not Paid,Draft
RINV/2024/00001,Acme,2024-03-07,2024-04-07,-20.00,-23.80,Paid,Posted
`,
    roles: {
      transaction_id: 'Number',
      customer_id: 'Invoice Partner Display Name',
      purchased_on: 'Invoice/Bill Date',
      amount: 'Untaxed Amount Signed',
      status: 'Status'
    },
    used: 2,
    amount: '80.0000',
    reasons: rule(1)
  },
  'odoo/table of orders': {
    text: `id,name,partner_id,date_order,amount_untaxed,amount_total,state
1,S00001,7,2024-03-05 10:00:00,100.00,119.00,sale
2,S00002,8,2024-03-06 10:00:00,50.00,59.50,draft
`,
    roles: {
      transaction_id: 'name',
      customer_id: 'partner_id',
      purchased_on: 'date_order',
      amount: 'amount_untaxed',
      status: 'state'
    },
    used: 1,
    amount: '100.0000',
    reasons: rule(1)
  },
  'suitecrm/opportunities': {
    text: `"name","id","date_entered","opportunity_type","account_name","lead_source","amount","amount_usdollar","date_closed","sales_stage","probability"
"Roof","a1","2024-03-01 10:00:00","New Business","Acme","Web","1000.5","1000.5","2024-03-05","Closed Won","100"
"Wall","a2","2024-03-01 10:00:00","New Business","Beta","Web","500","500","2024-03-06","Prospecting","10"
`,
    roles: {
      transaction_id: 'id',
      customer_id: 'account_name',
      purchased_on: 'date_closed',
      amount: 'amount',
      category: 'opportunity_type',
      channel: 'lead_source'
    },
    used: 1,
    amount: '1000.5000',
    reasons: rule(1)
  },
  'suitecrm/accounts': {
    text: `"name","id","date_entered","account_type","industry","billing_address_city","billing_address_country"
"Acme","a1","2020-01-05 10:00:00","Customer","Construction","Bonn","Germany"
"Beta","a2","2021-01-06 10:00:00","Prospect","Retail","Malmö","Sweden"
`,
    roles: {
      customer_id: 'id',
      name: 'name',
      segment: 'industry',
      country: 'billing_address_country',
      acquired_on: 'date_entered'
    }
  },
  'bank/sparkasse': {
    text: `"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer";"BLZ";"Betrag";"Waehrung";"Info"
"1";"22.02.18";"22.02.18";"GUTSCHRIFT";"Rechnung 1";"Akme GmbH";"DE1";"B";"1.236,99";"EUR";"Umsatz gebucht"
"1";"23.02.18";"23.02.18";"FOLGELASTSCHRIFT";"Strom";"Stadtwerke";"DE2";"B";"-36,99";"EUR";"Umsatz gebucht"
`,
    roles: {
      customer_id: 'Beguenstigter/Zahlungspflichtiger',
      purchased_on: 'Buchungstag',
      amount: 'Betrag',
      payment_method: 'Buchungstext',
      currency: 'Waehrung'
    },
    used: 1,
    amount: '1236.9900',
    reasons: rule(1)
  },
  'bank/volksbank': {
    text: `Bezeichnung Auftragskonto;IBAN Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung
Giro;DE0;30.01.2020;31.01.2020;Akme GmbH;DE1;GUTSCHRIFT;Rechnung 1;12,34;EUR
Giro;DE0;30.01.2020;31.01.2020;Stadtwerke;DE2;LASTSCHRIFT;Strom;-12,34;EUR
`,
    roles: {
      customer_id: 'Name Zahlungsbeteiligter',
      purchased_on: 'Buchungstag',
      amount: 'Betrag',
      payment_method: 'Buchungstext',
      currency: 'Waehrung'
    },
    used: 1,
    amount: '12.3400',
    reasons: rule(1)
  },
  'bank/ing de': {
    text: `Buchung;Valuta;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung
26.04.2019;26.04.2019;Akme GmbH;Gutschrift;Rechnung 1;12.604,42;EUR;3.784,22;EUR
24.04.2019;24.04.2019;Stadtwerke;Lastschrift;Strom;8.820,20;EUR;-20,00;EUR
`,
    roles: {
      customer_id: 'Auftraggeber/Empfänger',
      purchased_on: 'Buchung',
      amount: 'Betrag',
      payment_method: 'Buchungstext',
      currency: 'Währung'
    },
    used: 1,
    amount: '3784.2200',
    reasons: rule(1)
  },
  'bank/ing nl': {
    text: `"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"
"20240305","Akme BV","NL1","NL2","OV","Bij","100,50","Overschrijving","Factuur 1"
"20240306","Stroom","NL1","NL3","IC","Af","20,00","Incasso","Stroom"
`,
    roles: {
      customer_id: 'Naam / Omschrijving',
      purchased_on: 'Datum',
      amount: 'Bedrag (EUR)',
      payment_method: 'Mutatiesoort'
    },
    used: 1,
    amount: '100.5000',
    reasons: rule(1)
  },
  'bank/n26': {
    text: `"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2024-03-05,2024-03-05,"Akme GmbH",DE1,"Credit Transfer","Rechnung 1","Main Account",100.5,,,
2024-03-06,2024-03-06,"Shop",,Presentment,,"Main Account",-15.00,15.00,EUR,1.0
`,
    roles: {
      customer_id: 'Partner Name',
      purchased_on: 'Booking Date',
      amount: 'Amount (EUR)',
      payment_method: 'Type'
    },
    used: 1,
    amount: '100.5000',
    reasons: rule(1)
  },
  'bank/bunq': {
    text: `"Datum","Bedrag","Rekening","Tegenrekening","Naam","Omschrijving"
"2018-03-01","-2,56","NL1","NL2","bunq","invoice"
"2018-03-09","750,00","NL1","NL3","W. KOELEWIJN EO","Naar Bunq"
`,
    roles: {customer_id: 'Naam', purchased_on: 'Datum', amount: 'Bedrag', product: 'Omschrijving'},
    used: 1,
    amount: '750.0000',
    reasons: rule(1)
  },
  'bank/rabobank': {
    text: `"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Code","Omschrijving-1"
"NL1","EUR","RABONL2U","000000000000009565","2018-03-01","2018-03-01","-337,49","+5257,28","31","Rente","db","RENTE LENING"
"NL1","EUR","RABONL2U","000000000000009566","2018-03-02","2018-03-02","+100,50","+5357,78","32","Akme BV","cb","Factuur 1"
`,
    roles: {
      transaction_id: 'Volgnr',
      customer_id: 'Naam tegenpartij',
      purchased_on: 'Datum',
      amount: 'Bedrag',
      product: 'Omschrijving-1',
      payment_method: 'Code',
      currency: 'Munt'
    },
    used: 1,
    amount: '100.5000',
    reasons: rule(1)
  },
  'bank/kbc': {
    text: `Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;Naam tegenpartij
BE1;;SMITH JOHN;EUR;  02018038;28/02/2018;BIJDRAGE;28/02/2018;-3,40;219,95;;-3,40;;;
BE1;;SMITH JOHN;EUR;  02018039;01/03/2018;STORTING;01/03/2018;100,50;320,45;100,50;;BE2;;Akme NV
`,
    roles: {
      customer_id: 'Naam tegenpartij',
      purchased_on: 'Datum',
      amount: 'Bedrag',
      product: 'Omschrijving',
      currency: 'Munt'
    },
    used: 1,
    amount: '100.5000',
    reasons: rule(1)
  },
  'bank/revolut': {
    text: `Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
TOPUP,Current,2024-03-05 09:00:00,2024-03-05 09:00:05,Payment from Akme GmbH,100.50,0.00,EUR,COMPLETED,150.50
CARD_PAYMENT,Current,2024-03-06 12:00:00,2024-03-07 08:00:00,Shop,-23.40,0.00,EUR,COMPLETED,127.10
TOPUP,Current,2024-03-08 12:00:00,,Payment from Beta,50.00,0.00,EUR,PENDING,
`,
    roles: {
      customer_id: 'Description',
      purchased_on: 'Completed Date',
      amount: 'Amount',
      payment_method: 'Type',
      currency: 'Currency',
      status: 'State'
    },
    used: 1,
    amount: '100.5000',
    reasons: rule(2)
  },
  'bank/monzo': {
    text: `id,created,amount,currency,local_amount,local_currency,category,emoji,description,address,notes,receipt
tx_1,2018-02-25 12:34:56 +0000,-10,GBP,-10,GBP,general,,Tesco,,,
tx_2,2018-02-26 12:34:56 +0000,100.50,GBP,100.50,GBP,income,,Acme,,,
`,
    roles: {
      transaction_id: 'id',
      customer_id: 'description',
      purchased_on: 'created',
      amount: 'amount',
      category: 'category',
      currency: 'currency'
    },
    used: 1,
    amount: '100.5000',
    reasons: rule(1)
  },
  'paypal/activity': {
    text: `"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Guthaben"
"05.03.2024","10:00:00","CET","Ada A","Express-Zahlung","Abgeschlossen","EUR","1.250,00","-43,40","1.206,60","ada@example.com","wir@example.com","T1","1.206,60"
"06.03.2024","10:00:00","CET","Shop","Zahlung","Abgeschlossen","EUR","-20,00","0,00","-20,00","wir@example.com","shop@example.com","T2","1.186,60"
"07.03.2024","10:00:00","CET","Bo B","Express-Zahlung","Offen","EUR","30,00","0,00","30,00","bo@example.com","wir@example.com","T3","1.186,60"
`,
    roles: {
      transaction_id: 'Transaktionscode',
      customer_id: 'Absender E-Mail-Adresse',
      purchased_on: 'Datum',
      amount: 'Brutto',
      payment_method: 'Typ',
      currency: 'Währung',
      status: 'Status'
    },
    used: 1,
    amount: '1250.0000',
    reasons: rule(2)
  }
};
